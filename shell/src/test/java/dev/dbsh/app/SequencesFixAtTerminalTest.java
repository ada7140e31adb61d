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

    @Test
    void ctrlCInTheMiddleSaysWhatWasDone() {
        database.execute("create table wide (id bigserial primary key); insert into wide values (9900000);"
                + " create table zoo (id serial primary key); insert into zoo values (1)");
        try (Pty pty = ShellOnTerminal.open(database.login(), home)) {
            pty.resize(200, 40);
            pty.enter("write on");
            pty.waitFor("raw SQL may write for 15m");
            pty.type("describe wid");
            pty.waitUntil("the names are loaded", screen -> {
                pty.press("Tab");
                return screen.contains("describe wide");
            });
            pty.press("C-c");
            pty.waitUntil("there is a new prompt", screen -> screen.strip().endsWith("=#"));
            pty.type("sequences fix coupons_id_seq wid");
            pty.waitFor("# sequences fix coupons_id_seq wid");
            pty.press("Tab");
            pty.waitFor("coupons_id_seq wide_id_seq");
            pty.enter(" zoo_id_seq");
            pty.waitFor("3 sequences to advance");
            pty.waitFor("type yes");
            pty.enter("yes");
            database.await("select last_value > 1000 from wide_id_seq");
            pty.press("C-c");
            pty.waitFor("error 57014: canceling statement due to user request");
            assertThat(pty.screen()
                            .lines()
                            .filter(line -> line.matches("public\\..* (advanced|failed|left_alone)\\b.*")))
                    .satisfiesExactly(
                            line -> assertThat(line).matches("public\\.coupons_id_seq .* 9 +10 +advanced *"),
                            line -> assertThat(line)
                                    .matches("public\\.wide_id_seq .* failed +57014 canceling statement due to user"
                                            + " request *"),
                            line -> assertThat(line).matches("public\\.zoo_id_seq .* 1 +1 +left_alone +not begun *"));
        }
        assertThat(database.one("select last_value < 9900000 from wide_id_seq")).isEqualTo("t");
        assertThat(database.one("select (last_value, is_called) from zoo_id_seq"))
                .isEqualTo("(1,f)");
    }
}
