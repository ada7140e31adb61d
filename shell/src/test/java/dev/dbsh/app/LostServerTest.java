package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.LoneNetwork;
import dev.dbsh.testing.Pty;
import dev.dbsh.testing.Scale;
import dev.dbsh.testing.Stopped;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server, or a network, that does nothing any more while a change is on its way: who waits gets the prompt back. */
class LostServerTest {
    private static final String ASLEEP = "state = 'active' and wait_event = 'PgSleep' and datname = current_database()";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path home;

    /** What is on its way. */
    private enum Sent {
        STATEMENT,
        COMMIT
    }

    @BeforeEach
    void makeTable() {
        database.execute("create table tags (tag text)");
        database.execute("create function sleep() returns trigger language plpgsql"
                + " as 'begin perform pg_sleep(600); return null; end'");
    }

    @ParameterizedTest
    @EnumSource
    void processOfTheSessionIsStopped(Sent sent) {
        Assumptions.assumeThat(Scale.isFull() || sent == Sent.COMMIT).isTrue();
        WritingShell shell = new WritingShell(database.login(), home);
        try (Pty pty = shell.open()) {
            send(pty, sent, shell);
            ProcessHandle backend = backend();
            try (Stopped process = Stopped.process(backend)) {
                giveUp(pty, shell);
                assertOutcome(pty, sent, "STILL RUNNING, transaction \\d+ in process " + backend.pid());
                assertThat(process.isStopped()).isTrue();
            }
        }
        assertNothingKept();
    }

    @ParameterizedTest
    @EnumSource
    void wholeServerIsStopped(Sent sent) {
        Assumptions.assumeThat(Scale.isFull() || sent == Sent.STATEMENT).isTrue();
        WritingShell shell = new WritingShell(database.login(), home);
        try (Pty pty = shell.open()) {
            send(pty, sent, shell);
            ProcessHandle backend = backend();
            try (Stopped process = Stopped.process(backend);
                    Stopped postmaster = Stopped.process(backend.parent().orElseThrow())) {
                giveUp(pty, shell);
                assertOutcome(pty, sent, "UNKNOWN, the server cannot be asked: .*");
                assertThat(process.isStopped() && postmaster.isStopped()).isTrue();
            }
        }
        assertNothingKept();
    }

    @ParameterizedTest
    @EnumSource
    void networkIsGone(Sent sent) {
        Assumptions.assumeThat(Scale.isFull() || sent == Sent.COMMIT).isTrue();
        Assumptions.assumeThat(LoneNetwork.isPossible()).isTrue();
        try (LoneNetwork network = LoneNetwork.create();
                StrangeProxy proxy = StrangeProxy.before(database.login(), network.outside())) {
            WritingShell shell = new WritingShell(proxy.login(), home).under(network.inside());
            try (Pty pty = shell.open()) {
                send(pty, sent, shell);
                network.drop();
                giveUp(pty, shell);
                assertOutcome(pty, sent, "UNKNOWN, the server cannot be asked: .*");
            }
        }
        assertNothingKept();
    }

    @Test
    void postmasterAloneIsStoppedAndTheStatementGoesOn() {
        Assumptions.assumeThat(Scale.isFull()).isTrue();
        WritingShell shell = new WritingShell(database.login(), home);
        try (Pty pty = shell.open()) {
            send(pty, Sent.STATEMENT, shell);
            try (Stopped postmaster = Stopped.process(backend().parent().orElseThrow())) {
                giveUp(pty, shell);
                assertOutcome(pty, Sent.STATEMENT, "");
                assertThat(postmaster.isStopped()).isTrue();
            }
        }
        assertNothingKept();
    }

    private void send(Pty pty, Sent sent, WritingShell shell) {
        if (sent == Sent.COMMIT) {
            database.execute("create constraint trigger slow after insert on tags deferrable initially deferred"
                    + " for each row execute function sleep()");
            pty.enter("begin;");
            pty.waitForLastLine(shell.prompt() + "*#");
            pty.enter("insert into tags values ('one');");
            pty.waitForLastLine(shell.prompt() + "*#");
            pty.enter("commit;");
        } else {
            pty.enter("insert into tags select 'one' from pg_sleep(600);");
        }
        database.await("select exists (select from pg_stat_activity where " + ASLEEP + ")");
    }

    private ProcessHandle backend() {
        return ProcessHandle.of(Long.parseLong(database.one("select pid from pg_stat_activity where " + ASLEEP)))
                .orElseThrow();
    }

    private static void giveUp(Pty pty, WritingShell shell) {
        pty.press("C-c");
        pty.press("C-c");
        pty.waitFor("Ctrl-C again gives the connection up");
        pty.press("C-c");
        pty.waitForLastLine(shell.lost());
    }

    private static void assertOutcome(Pty pty, Sent sent, String ofCommit) {
        String screen = pty.screen().replace("\n", " ");
        assertThat(screen).contains("error 08006: the statement did not stop: the connection was given up");
        String word = sent == Sent.COMMIT
                ? "It may have run: " + ofCommit
                : "It failed, nothing changed: no COMMIT was sent, the server rolls back";
        assertThat(screen).containsPattern("detail: " + word);
    }

    private void assertNothingKept() {
        database.await("select not exists (select from pg_stat_activity where application_name like 'dbsh %'"
                + " and datname = current_database())");
        assertThat(database.one("select count(*) from tags")).isEqualTo("0");
    }
}
