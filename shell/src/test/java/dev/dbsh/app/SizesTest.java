package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.render.Format;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.Waiting;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Results, notices and errors that are larger than the heap, in a process of its own. The promised sizes need a minute or
 * two: {@code -Dfull=true}. Otherwise both they and the heap are smaller.
 */
class SizesTest {
    private static final boolean FULL = Boolean.getBoolean("full");
    private static final String HEAP = FULL ? "-Xmx64m" : "-Xmx16m";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;
    private Path out;
    private Path err;

    static List<String> formats() {
        return FULL ? Format.words() : List.of("table", "json", "csv");
    }

    static List<String> someFormats() {
        return FULL ? Format.words() : List.of("csv");
    }

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
        out = home.resolve("out");
        err = home.resolve("err");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rowsInAnyNumber(String format) throws Exception {
        int rows = FULL ? 10_000_000 : 120_000;

        assertThat(run(
                        "--format",
                        format,
                        "-c",
                        "select g, 'row number ' || g as t from generate_series(1, " + rows + ") g"))
                .isZero();

        assertThat(err).isEmptyFile();
        assertThat(occurrences("row number ")).isEqualTo(rows);
        assertThat(end(300)).contains("row number " + rows);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void oneValueOfAnyLength(String format) throws Exception {
        int length = FULL ? 200_000_000 : 15_000_000;

        assertThat(run("--format", format, "-c", "select 1 as a, repeat('x', " + length + ") as b, 2 as c"))
                .isZero();

        assertThat(err).isEmptyFile();
        boolean whole = format.equals("json") || format.equals("csv");
        assertThat(occurrences("x")).isEqualTo(whole ? length : 1000);
        if (!whole) {
            assertThat(end(300)).contains("x... (" + length + " bytes)").contains("""
                    1 row, 1 value too long to be shown whole
                    """);
        }
    }

    @Test
    void manyColumns() throws Exception {
        int rows = FULL ? 10_000 : 60;
        String columns = IntStream.range(0, 1_600)
                .mapToObj(i -> "'value of ' || g + " + i + " as column_" + i)
                .collect(Collectors.joining(", "));

        assertThat(run("-c", "select " + columns + " from generate_series(1, " + rows + ") g"))
                .isZero();

        assertThat(err).isEmptyFile();
        assertThat(occurrences("value of ")).isEqualTo(1_600L * rows);
    }

    @ParameterizedTest
    @MethodSource("someFormats")
    void wideRowsBehindNarrowOnes(String format) throws Exception {
        int narrow = FULL ? 10_000 : 1_000;
        int wide = FULL ? 1_000 : 20;

        assertThat(run(
                        "--format",
                        format,
                        "-c",
                        "select case when g <= " + narrow + " then '-' else repeat('x', 1000000) end"
                                + " from generate_series(1, " + (narrow + wide) + ") g"))
                .isZero();

        assertThat(err).isEmptyFile();
        boolean whole = FULL || format.equals("json") || format.equals("csv");
        assertThat(occurrences("x")).isEqualTo((whole ? 1_000_000L : 1_000L) * wide);
    }

    @Test
    void noticesInAnyNumber() throws Exception {
        int notices = FULL ? 2_000_000 : 60_000;

        assertThat(run(
                        "--write",
                        "-c",
                        "do $$ begin for i in 1.." + notices + " loop raise notice 'notice %', i; end loop;"
                                + " raise warning 'careful'; end $$"))
                .isZero();

        assertThat(Files.readAllLines(err))
                .hasSize(102)
                .startsWith("NOTICE: notice 1", "NOTICE: notice 2")
                .endsWith(
                        "NOTICE: notice 100",
                        "WARNING: careful",
                        "NOTICE: " + (notices - 100) + " more of these were raised and are not shown");
    }

    @Test
    void noticesAreShownWhileTheStatementRuns() throws Exception {
        Process process = start("--write", "-c", "do $$ begin raise notice 'begun'; perform pg_sleep(600); end $$");

        DATABASE.await("select exists (select from pg_stat_activity where wait_event = 'PgSleep')");
        Waiting.until("the notice is told", () -> Files.readString(err).equals("NOTICE: begun\n"));
        process.destroyForcibly();
    }

    @Test
    void notificationsInAnyNumber() throws Exception {
        int notifications = FULL ? 40_000 : 2_000;

        assertThat(run(
                        "--write",
                        "-c",
                        "listen news",
                        "-c",
                        "do $$ begin for i in 1.." + notifications + " loop perform pg_notify('news', 'number ' || i);"
                                + " end loop; end $$"))
                .isZero();

        assertThat(Files.readAllLines(err))
                .hasSize(101)
                .endsWith("NOTIFY: " + (notifications - 100) + " more of these were raised and are not shown");
    }

    @Test
    void errorOfAnyLength() throws Exception {
        int length = FULL ? 100_000_000 : 15_000_000;

        DATABASE.execute("create or replace function fails() returns int language plpgsql as"
                + " $$ begin raise exception '%', repeat('x', " + length + ") using hint = 'less'; end $$");

        assertThat(run("-c", "select fails()")).isEqualTo(1);

        assertThat(Files.readString(err))
                .isEqualTo("error P0001: " + "x".repeat(65_536) + "... (" + length + " bytes)\n  hint:   less\n"
                        + "  in:     PL/pgSQL function fails() line 1 at RAISE\n"
                        + "dbsh: exit=1 changed=no\n");
    }

    @Test
    void errorBehindManyRowsLosesNoneOfThem() throws Exception {
        assertThat(run("--format", "csv", "-c", "select g, 1 / (50000 - g) from generate_series(1, 60000) g"))
                .isEqualTo(1);

        assertThat(Files.readAllLines(out))
                .hasSize(50_000)
                .startsWith("g,?column?", "1,0")
                .endsWith("49999,1");
        assertThat(Files.readString(err)).isEqualTo("error 22012: division by zero\ndbsh: exit=1 changed=no\n");
    }

    @Test
    void copiedRowOfAnyLength() throws Exception {
        int length = FULL ? 200_000_000 : 15_000_000;
        Path file = home.resolve("copied");
        DATABASE.execute("create unlogged table wide (t text)");

        assertThat(run("copy", "(select repeat('x', " + length + "))", "to", file.toString()))
                .isZero();
        assertThat(file).hasSize(length + 1);
        assertThat(run("--write", "copy", "wide", "from", file.toString())).isZero();
        assertThat(DATABASE.one("select length(t) from wide")).isEqualTo("" + length);
    }

    @Test
    void readerThatLeavesEndsTheStatement() throws Exception {
        Process process = calling("--format", "csv", "-c", "select generate_series(1, 1000000000)")
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (InputStream rows = process.getInputStream()) {
            assertThat(rows.readNBytes(17)).asString().isEqualTo("generate_series\r\n");
        }

        assertThat(ended(process)).isEqualTo(141);
        assertThat(err).isEmptyFile();
        DATABASE.await("select not exists (select from pg_stat_activity where query like '%1000000000%'"
                + " and state = 'active' and pid <> pg_backend_pid())");
    }

    @Test
    void statementThatTheHeapHasNoRoomForIsRefused() throws Exception {
        Path statement = home.resolve("statement.sql");
        Files.writeString(statement, "select '" + "x".repeat(30_000_000) + "';\n");

        Process process = calling().redirectInput(statement.toFile()).start();

        assertThat(ended(process)).isEqualTo(65);
        assertThat(Files.readString(err))
                .startsWith("error: standard input, line 1, column 1: what begins here is longer than the ")
                .endsWith("\ndbsh: exit=65 changed=no\n");
    }

    private int run(String... arguments) throws Exception {
        return ended(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        return calling(arguments).start();
    }

    private ProcessBuilder calling(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Ddbsh.tty=",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(dbsh.environment());
        return builder;
    }

    private int ended(Process process) throws Exception {
        if (!process.waitFor(FULL ? 300 : 60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + Files.readString(err));
        }
        return process.exitValue();
    }

    private long occurrences(String text) throws IOException {
        long count = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(out), 1 << 16)) {
            for (int c = in.read(); c >= 0; c = in.read()) {
                matched = c == text.charAt(matched) ? matched + 1 : c == text.charAt(0) ? 1 : 0;
                if (matched == text.length()) {
                    count++;
                    matched = 0;
                }
            }
        }
        return count;
    }

    private String end(int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(out)) {
            in.skipNBytes(Math.max(0, Files.size(out) - bytes));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
