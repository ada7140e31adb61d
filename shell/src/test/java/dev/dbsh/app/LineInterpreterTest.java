package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Progress;
import dev.dbsh.command.Settings;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.render.CheckedOutput;
import dev.dbsh.render.Format;
import dev.dbsh.render.Palette;
import dev.dbsh.render.Renderers;
import dev.dbsh.session.Connections;
import dev.dbsh.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes on after a failure, as at the prompt; in batch the first one ends the call. */
class LineInterpreterTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Session session;
    private LineInterpreter interpreter;

    @TempDir
    Path state;

    @BeforeEach
    void connect() {
        session = DATABASE.session();
        Settings settings = new Settings(Format.words());
        ErrorLines errors = new ErrorLines(err, Palette.PLAIN);
        Connections connections = new Connections(session, new Connector(Surroundings.of(Map.of())));
        StandardOutput output = new StandardOutput(CheckedOutput.standardOutput(out), null);
        interpreter = new LineInterpreter(
                new Wiring(
                        session,
                        settings,
                        connections,
                        new Wiring.Outside(
                                List::of,
                                errors::notice,
                                () -> BatchOperator.NOBODY,
                                Progress.UNSEEN,
                                InputStream.nullInputStream(),
                                state)),
                session,
                settings,
                new Publisher(settings, () -> Renderers.of(Format.TABLE, null, Palette.PLAIN), output, errors),
                () -> {});
    }

    @Test
    void commitOfAFailedTransactionSaysThatNothingWasKept() {
        assertThat(interpreter.run("begin; select 1/0;")).isEqualTo(1);
        assertThat(interpreter.run("select 2;")).isEqualTo(1);
        assertThat(interpreter.run("commit;")).isEqualTo(1);
        assertThat(interpreter.run("select 3 as three;")).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                error 22012: division by zero
                error 25P02: current transaction is aborted, commands ignored until end of transaction block
                  try:    rollback;
                error: ROLLED BACK: the transaction had failed, nothing of it was kept
                """);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("done: begin\nthree\n    3\n\n1 row\n");
    }

    @Test
    void transactionThatWasNotPreparedIsNotSaidToBe() {
        session.allowWrites(true);
        assertThat(interpreter.run("begin; select 1/0;")).isEqualTo(1);
        assertThat(interpreter.run("prepare transaction 'zz';")).isEqualTo(1);
        assertThat(interpreter.run("prepare transaction 'zz';")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("""
                error 22012: division by zero
                error: ROLLED BACK: the transaction had failed, nothing of it was kept
                """)
                .endsWith("error: no transaction is open: nothing was prepared\n");
        assertThat(DATABASE.list("select gid from pg_prepared_xacts where gid = 'zz'"))
                .isEmpty();
        assertThat(interpreter.changes().word()).isEqualTo("no");
    }

    @Test
    void rollbackOfAFailedTransactionIsNoFailure() {
        assertThat(interpreter.run("begin; select 1/0;")).isEqualTo(1);
        assertThat(interpreter.run("rollback;")).isZero();
    }
}
