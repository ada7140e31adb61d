package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PgBouncer in transaction mode. */
class PoolerTest {
    private static final ScratchServer SERVER = ScratchServer.shared();
    private static ScratchPooler pooler;

    @TempDir
    Path home;

    private Opening opening;
    private String through;

    @BeforeAll
    static void start() throws IOException {
        pooler = ScratchPooler.start(SERVER);
    }

    @AfterAll
    static void stop() {
        pooler.stop();
    }

    @BeforeEach
    void prepare() {
        opening = new Opening(home, SERVER.sockets());
        through = "host=127.0.0.1 user=trusted dbname=app port=" + pooler.port();
    }

    @Test
    void refusedOptionsAreLeftOutAndReported() throws SQLException {
        Opened opened = opening.open(through);
        try (Connection connection = opened.connection()) {
            assertThat(opened.optionsRefused()).isTrue();
            assertThat(Opening.ask(connection, "select current_user")).isEqualTo("trusted");
            assertThat(Opening.ask(connection, "show default_transaction_read_only"))
                    .isEqualTo("off");
        }
    }

    @Test
    void optionsOfTheOperatorAreRefusedToo() throws SQLException {
        opening.variables.put("PGOPTIONS", "-c work_mem=5MB");
        Opened opened = opening.open(through);
        opened.connection().close();

        assertThat(opened.optionsRefused()).isTrue();
    }

    @Test
    void readWriteServerIsFoundBehindAPooler() throws SQLException {
        Opened opened = opening.open(through + " target_session_attrs=read-write");
        opened.connection().close();

        assertThat(opened.host().port()).isEqualTo(pooler.port());
    }

    @Test
    void answerOfThePoolerItselfIsSaid() {
        ConnectFailure failure = opening.failure(through.replace("dbname=app", "dbname=gone"));

        assertThat(failure.kind()).isEqualTo(Kind.POOLER);
        assertThat(failure.getMessage()).contains("gone");
    }
}
