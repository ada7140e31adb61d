// SPDX-License-Identifier: Apache-2.0
import dev.dbsh.sql.FirstWords;
import dev.dbsh.sql.Piece;
import dev.dbsh.sql.Splitter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Cuts a file into statements again and again, with reading it in between. */
public final class Split {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private Split() {}

    private interface Work {
        /** Goes through the file and counts what it finds. */
        long count(InputStream in) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        String file = arguments[0];
        int runs = Integer.parseInt(arguments[1]);
        double[] reads = new double[runs];
        double[] splits = new double[runs];
        run(file, Split::statements);
        for (int i = 0; i < runs; i++) {
            reads[i] = run(file, Split::lines);
            splits[i] = run(file, Split::statements);
        }
        Arrays.sort(reads);
        Arrays.sort(splits);
        double read = reads[runs / 2];
        double split = splits[runs / 2];
        System.out.printf("%nin Java, %d runs each, in turn; MB in a second of one core%n", runs);
        System.out.printf("%-34s%10s%8s%10s%n", "", "median", "worst", "/ lines");
        System.out.printf("%-34s%10.0f%8.0f%10.2f%n", "lines counted", read, reads[0], 1.0);
        System.out.printf("%-34s%10.0f%8.0f%10.2f%n", "statements cut", split, splits[0], split / read);
    }

    private static double run(String file, Work work) throws IOException {
        long start = CPU.getCurrentThreadCpuTime();
        long bytes;
        try (FileInputStream in = new FileInputStream(file)) {
            bytes = in.getChannel().size();
            if (work.count(in) == 0) {
                throw new IllegalStateException("nothing found in " + file);
            }
        }
        return bytes / 1e6 / ((CPU.getCurrentThreadCpuTime() - start) / 1e9);
    }

    private static long lines(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }

    private static long statements(InputStream in) throws IOException {
        Splitter splitter = new Splitter(in, FirstWords.OF_SQL);
        long statements = 0;
        for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
            statements++;
        }
        return statements;
    }
}
