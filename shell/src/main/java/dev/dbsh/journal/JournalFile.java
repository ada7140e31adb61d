package dev.dbsh.journal;

import dev.dbsh.files.PrivateFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The file of the journal: lines are added at its end, one process at a time, and are on the disk before anything goes on.
 *
 * <p>Beside it lies a file of nothing but zeros. It is given up when the disk is full, so that the end of a change that
 * has begun can still be told.
 */
final class JournalFile {
    private static final int RESERVED_BYTES = 1 << 16;
    private static final int USUAL_LINE = 1 << 15;
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final Path reserve;

    JournalFile(Path file) {
        this.file = file;
        this.reserve = file.resolveSibling(file.getFileName() + ".reserve");
    }

    /** Adds a line before something is done. */
    void begin(UnaryOperator<String> line) throws IOException {
        PrivateFiles.secure(file);
        PrivateFiles.secure(reserve);
        if (!Files.exists(reserve, LinkOption.NOFOLLOW_LINKS)) {
            PrivateFiles.create(reserve);
            Files.write(reserve, new byte[RESERVED_BYTES], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        }
        PrivateFiles.create(file);
        append(line);
    }

    /** Adds a line after it was done, also on a full disk. */
    void end(UnaryOperator<String> line) throws IOException {
        try {
            append(line);
        } catch (IOException e) {
            if (!Files.deleteIfExists(reserve)) {
                throw e;
            }
            append(line);
        }
    }

    /** All lines; the last one may have been cut off by a crash. */
    List<String> lines() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        PrivateFiles.secure(file);
        return Files.readAllLines(file);
    }

    // Through a file and not a channel: a Ctrl-C would close that in the middle of a line.
    private void append(UnaryOperator<String> line) throws IOException {
        synchronized (JournalFile.class) {
            boolean interrupted = Thread.interrupted();
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                interrupted |= lock(open.getChannel());
                long size = open.length();
                String tail = tail(open, size);
                boolean torn = !tail.isEmpty() && !tail.endsWith("\n");
                String last = tail.isEmpty() ? "" : lastLine(torn ? tail : tail.substring(0, tail.length() - 1));
                String text = (torn ? "\n" : "") + line.apply(last) + "\n";
                write(open, size, text.getBytes(StandardCharsets.UTF_8));
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void write(RandomAccessFile open, long size, byte[] bytes) throws IOException {
        try {
            open.seek(size);
            open.write(bytes);
            open.getFD().sync();
        } catch (IOException e) {
            open.setLength(size);
            throw e;
        }
    }

    /** Waits for whoever writes now; answers whether a Ctrl-C came meanwhile. */
    private static boolean lock(FileChannel channel) throws IOException {
        boolean interrupted = false;
        while (true) {
            try {
                channel.lock();
                return interrupted;
            } catch (FileLockInterruptionException e) {
                interrupted = true;
                Thread.interrupted();
            }
        }
    }

    private static String tail(RandomAccessFile open, long size) throws IOException {
        String usual = tail(open, size, USUAL_LINE);
        boolean whole = usual.lastIndexOf('\n', usual.length() - 2) >= 0;
        return whole ? usual : tail(open, size, LONGEST_LINE);
    }

    private static String tail(RandomAccessFile open, long size, int most) throws IOException {
        byte[] bytes = new byte[(int) Math.min(size, most)];
        open.seek(size - bytes.length);
        open.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
