package dev.dbsh.testing;

import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * A text in which commands are input and everything else is what they have to answer.
 *
 * <pre>
 * # fixture: drifted-sequences
 * # session writer: begin; insert into orders default values
 *
 * dbsh> sequences check
 * ...
 * [exit 10]
 *
 * $ dbsh --format json -c 'sequences check'
 * </pre>
 *
 * <p>A session is {@code waiting} when its statement waits for a lock of one before it. After {@code dbsh>} stands one command, run as {@code dbsh -c}; after {@code $ dbsh} stand the words of a call. What
 * went to standard error follows what went to standard output. The line for machines is folded into the exit code. The
 * sessions of the header are opened before the first command and stay until the last one has ended.
 *
 * @param header the comments at the top, each as it stands there
 */
record Transcript(List<String> header, List<Step> steps) {
    private static final String COMMAND = "dbsh> ";
    private static final String CALL = "$ dbsh ";
    private static final Pattern FIXTURE = Pattern.compile("# fixture: (\\S+)");
    private static final Pattern SESSION = Pattern.compile("# (session|waiting) (\\w+): (.+)");
    private static final Pattern FOR_MACHINES = Pattern.compile("(?m)^dbsh: exit=(\\d+) changed=(.*)\\n\\z");

    /**
     * An input with the comments right above it.
     *
     * @param input the line as it stands there
     */
    record Step(List<String> comments, String input) {
        List<String> arguments() {
            if (input.startsWith(COMMAND)) {
                return List.of("-c", input.substring(COMMAND.length()));
            }
            return Words.of(input.substring(CALL.length())).stream()
                    .map(Word::text)
                    .toList();
        }
    }

    static Transcript parse(String text) {
        List<String> header =
                text.lines().takeWhile(line -> line.startsWith("# ")).toList();
        List<Step> steps = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (String line : text.lines().skip(header.size()).toList()) {
            if (isInput(line)) {
                steps.add(new Step(List.copyOf(comments), line));
            }
            if (line.startsWith("# ")) {
                comments.add(line);
            } else {
                comments.clear();
            }
        }
        return new Transcript(header, List.copyOf(steps));
    }

    static boolean isInput(String line) {
        return line.startsWith(COMMAND) || line.startsWith(CALL);
    }

    String fixture() {
        return first(FIXTURE).map(found -> found.group(1)).orElse(TestDatabase.EMPTY);
    }

    private Optional<Matcher> first(Pattern pattern) {
        return header.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
    }

    /** Runs every input and answers with the text as it should have been. */
    String replay(Path home) throws SQLException {
        try (TestDatabase database = TestDatabase.open(TestServer.newest().major(), fixture())) {
            Map<String, Integer> sessions = sessions(database);
            Volatile hidden = new Volatile(database, sessions);
            DbshUnderTest dbsh = new DbshUnderTest(database, home);
            List<String> parts = new ArrayList<>();
            for (Step step : steps) {
                parts.add(
                        lines(step.comments()) + step.input() + "\n" + answer(dbsh.run(step.arguments(), ""), hidden));
            }
            database.leaveTransactions();
            return lines(header) + (header.isEmpty() ? "" : "\n") + String.join("\n", parts);
        }
    }

    private Map<String, Integer> sessions(TestDatabase database) throws SQLException {
        Map<String, Integer> pids = new LinkedHashMap<>();
        for (String line : header) {
            Matcher session = SESSION.matcher(line);
            if (session.matches()) {
                Connection connection = database.connect();
                int pid = connection.unwrap(PGConnection.class).getBackendPID();
                pids.put(session.group(2), pid);
                if (session.group(1).equals("session")) {
                    TestDatabase.execute(connection, session.group(3));
                } else {
                    wait(database, connection, pid, session.group(3));
                }
            }
        }
        return pids;
    }

    // It ends with its session: nothing is to be learnt from how.
    private static void wait(TestDatabase database, Connection connection, int pid, String sql) {
        Thread thread = new Thread(() -> TestDatabase.execute(connection, sql), "waiting");
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, failure) -> {});
        thread.start();
        database.await("select cardinality(pg_blocking_pids(" + pid + ")) > 0");
    }

    private static String answer(DbshUnderTest.Result result, Volatile hidden) {
        Matcher machines = FOR_MACHINES.matcher(result.err());
        String said = machines.replaceFirst("");
        return hidden.named(withEnd(result.out()) + withEnd(said)) + exit(result, machines.reset()) + "\n";
    }

    private static String exit(DbshUnderTest.Result result, Matcher machines) {
        if (!machines.find()) {
            return result.exit() == 0 ? "[exit 0]" : "[exit " + result.exit() + ", and no line for machines]";
        }
        String changed = machines.group(2).equals("no") ? "" : ", changed=" + machines.group(2);
        return machines.group(1).equals(Integer.toString(result.exit()))
                ? "[exit " + result.exit() + changed + "]"
                : "[exit " + result.exit() + ", but said " + machines.group(1) + "]";
    }

    private static String withEnd(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "[no end of line]\n";
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
