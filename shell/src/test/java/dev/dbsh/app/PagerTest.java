package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A result that is longer than anybody reads, in the shell as it is. */
class PagerTest {
    private static final String ENDLESS = "select generate_series(1, 1000000000) as n;";
    private static final String RUNNING = "exists (select from pg_stat_activity where query like '%1000000000%'"
            + " and state = 'active' and pid <> pg_backend_pid())";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private Map<String, String> environment;

    @BeforeEach
    void pagesWithLess() {
        environment = new HashMap<>(Job.of(database.login(), home).environment());
        environment.put("TERM", "xterm-256color");
        environment.put("PAGER", "less");
        environment.put("LESS", "RSX");
    }

    @Test
    void leavingThePagerEndsTheStatement() {
        try (Pty pty = open()) {
            enter(pty, ENDLESS);
            pty.waitFor("   20\n");
            database.await("select " + RUNNING);

            pty.type("q");

            database.await("select not " + RUNNING);
            enter(pty, "select 'on' || 'wards' as w;");
            pty.waitFor("onwards");
        }
    }

    @Test
    void leavingThePagerDoesNotFailTheTransaction() {
        try (Pty pty = open()) {
            enter(pty, "begin;");
            enter(pty, "select generate_series(1, 300000) as n;");
            pty.waitFor("   20\n");

            pty.type("q");

            enter(pty, "select 'on' || 'wards' as w;");
            pty.waitFor("onwards");
            assertThat(pty.scrollback()).doesNotContain("error");
            enter(pty, "rollback;");
            pty.waitFor("done: rollback");
        }
    }

    @Test
    void leavingThePagerLeavesTheQuestionWhatToKeep() {
        database.execute("create table t as select generate_series(1, 30000) as n");
        try (Pty pty = open()) {
            enter(pty, "write on");
            pty.waitFor("raw SQL may write");
            enter(pty, "update t set n = -n returning n;");
            pty.waitFor("-20\n");

            pty.type("q");

            pty.waitFor("without WHERE: 30000 updated in public.t");
            enter(pty, "t");
            pty.waitFor("committed: 30000 updated in public.t");
        }
        assertThat(database.one("select count(*) from t where n < 0")).isEqualTo("30000");
    }

    private Pty open() {
        Pty pty = Pty.start(
                80,
                24,
                environment,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Ddbsh.tty=012",
                        "-Dorg.jline.terminal.providers=jni,exec",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        pty.waitUntil("there is a prompt", screen -> screen.endsWith("=>"));
        return pty;
    }

    private static void enter(Pty pty, String line) {
        pty.type(line);
        pty.press("Enter");
    }
}
