package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
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

    @Test
    void leavingThePagerEndsTheStatement() {
        try (Pty pty = open()) {
            pty.enter(ENDLESS);
            pty.waitFor("   20\n");
            database.await("select " + RUNNING);

            pty.type("q");

            database.await("select not " + RUNNING);
            pty.enter("select 'on' || 'wards' as w;");
            pty.waitFor("onwards");
        }
    }

    @Test
    void leavingThePagerDoesNotFailTheTransaction() {
        try (Pty pty = open()) {
            pty.enter("begin;");
            pty.enter("select generate_series(1, 300000) as n;");
            pty.waitFor("   20\n");

            pty.type("q");

            pty.enter("select 'on' || 'wards' as w;");
            pty.waitFor("onwards");
            assertThat(pty.scrollback()).doesNotContain("error");
            pty.enter("rollback;");
            pty.waitFor("done: rollback");
        }
    }

    @Test
    void leavingThePagerLeavesTheQuestionWhatToKeep() {
        database.execute("create table t as select generate_series(1, 30000) as n");
        try (Pty pty = open()) {
            pty.enter("write on");
            pty.waitFor("raw SQL may write");
            pty.enter("update t set n = -n returning n;");
            pty.waitFor("-20\n");

            pty.type("q");

            pty.waitFor("without WHERE: 30000 updated in public.t");
            pty.enter("t");
            pty.waitFor("committed: 30000 updated in public.t");
        }
        assertThat(database.one("select count(*) from t where n < 0")).isEqualTo("30000");
    }

    private Pty open() {
        return ShellOnTerminal.open(
                database.login(), home, Map.of("TERM", "xterm-256color", "PAGER", "less", "LESS", "RSX"));
    }
}
