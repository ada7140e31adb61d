package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A repair as a person meets it: the plan, the question, and what was done. */
class SequencesFixAtTerminalTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("drifted-sequences");

    @TempDir
    Path home;

    @Test
    void planIsShownThenAskedThenDone() {
        try (Pty pty = ShellOnTerminal.open(database.login(), home)) {
            pty.enter("sequences fix invoices_id_seq coupons");
            pty.waitFor("2 sequences to advance");
            pty.waitFor("error: this session is read-only: nothing was changed");
            pty.enter("write on");
            pty.waitFor("raw SQL may write for 15m");
            pty.enter("sequences fix invoices_id_seq coupons");
            pty.waitFor("advance 2 sequences over 7 values, nobody waits");
            pty.enter("no");
            pty.waitFor("\nnothing was changed");
            assertThat(database.one("select last_value from invoices_id_seq")).isEqualTo("1");
            pty.enter("sequences fix invoices_id_seq coupons");
            pty.waitUntil("asks again", screen -> screen.split("nobody waits\\s+type yes", -1).length > 2);
            pty.enter("yes");
            pty.waitFor("2 sequences advanced");
        }
        assertThat(database.one("insert into invoices default values returning id"))
                .isEqualTo("7");
        assertThat(database.one("insert into coupons default values returning id"))
                .isEqualTo("10");
    }
}
