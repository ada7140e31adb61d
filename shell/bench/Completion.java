// SPDX-License-Identifier: Apache-2.0
package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Interpreter;
import dev.dbsh.command.WriteMode;
import dev.dbsh.console.cursor.Kind;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.PasswordPrompt;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Surroundings;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jline.reader.Candidate;
import org.jline.reader.Parser;

/** Loads the names of a database as the shell does, and presses Tab behind some beginnings. Argument: how many tables. */
public final class Completion {
    private static final int PRESSES = 200;
    private static final List<String> TYPED = List.of(
            "select * from ",
            "select * from bench_t",
            "select * from bench_table_99",
            "select * from bench_table_54321",
            "select * from tbl99",
            "select * from no_such",
            "update public.bench_table_1",
            "describe bench_table_4");

    private Completion() {}

    public static void main(String[] arguments) throws Exception {
        int tables = Integer.parseInt(arguments[0]);
        double empty = held();
        Names names = new Names(Completion::session);
        long start = System.nanoTime();
        names.refresh();
        while (!areLoaded(names, "bench_table_" + tables)) {
            if (names.failure() != null) {
                throw names.failure();
            }
            Thread.sleep(1);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        double most = most();
        System.out.printf("%-40s%10.0f ms   (with connecting)%n", "names loaded in the background", millis);
        System.out.printf("%-40s%10.1f MB%n", "heap held for them", held() - empty);
        System.out.printf("%-40s%10.1f MB%n", "most heap in use meanwhile, with garbage", most);
        System.out.printf("%n%-40s%10s%10s%10s%10s%n", "a Tab behind", "first ms", "median", "worst", "offered");
        TYPED.forEach(text -> press(names, text));
    }

    private static boolean areLoaded(Names names, String last) {
        return names.table(EnumSet.of(Kind.TABLE)).of(Kind.TABLE).anyMatch(list -> !list.schemasWith(last).isEmpty());
    }

    private static void press(Names names, String text) {
        double[] millis = new double[PRESSES];
        int offered = 0;
        for (int i = 0; i < PRESSES; i++) {
            long start = System.nanoTime();
            offered = offers(names, text);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                "%-40s%10.2f%10.2f%10.2f%10d%n", text, first, millis[PRESSES / 2], millis[PRESSES - 1], offered);
    }

    private static int offers(Names names, String text) {
        CommandTable commands = new CommandTable(List.of(), Set.of("select", "update", "describe"));
        ReplParts parts = new ReplParts(
                new Session(),
                NOBODY,
                commands,
                () -> new Place("app", "db1", "shop", null, null),
                new WriteMode(),
                HistoryFile.inMemory(),
                names,
                Map.of(),
                String::valueOf);
        List<Candidate> candidates = new ArrayList<>();
        Parser parser = new EntryEnd(NOBODY, commands);
        new DbshCompleter(parts)
                .complete(null, parser.parse(text, text.length(), Parser.ParseContext.COMPLETE), candidates);
        return candidates.size();
    }

    private static Session session() {
        Session session = new Session();
        SessionDefaults defaults = new SessionDefaults("dbsh bench", List.of());
        session.connect(() -> new Connector(Surroundings.of(System.getenv()))
                .open(ConnectRequest.to(System.getenv("PGDATABASE")), defaults, PasswordPrompt.NOBODY));
        return session;
    }

    private static double held() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }

    private static double most() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1e6;
    }

    private static final Interpreter NOBODY = new Interpreter() {
        @Override
        public String missing(String text) {
            return "";
        }

        @Override
        public int run(String text) {
            return 0;
        }

        @Override
        public boolean isLeaving() {
            return false;
        }

        @Override
        public boolean stop(Consumer<String> says) {
            return false;
        }
    };
}
