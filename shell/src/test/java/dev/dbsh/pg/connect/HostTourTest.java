package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several servers is taken. */
class HostTourTest {
    private static final String WANTED = """
            # attributes     | hosts           | taken
            any              | primary,standby | primary
            any              | standby,primary | standby
            read-write       | standby,primary | primary
            read-write       | standby         | -
            read-only        | primary,standby | standby
            read-only        | primary         | -
            primary          | standby,primary | primary
            primary          | standby         | -
            standby          | primary,standby | standby
            standby          | primary         | -
            prefer-standby   | primary,standby | standby
            prefer-standby   | primary         | primary
            """;

    private static final ScratchServer PRIMARY = ScratchServer.shared();
    private static final ScratchServer STANDBY = PRIMARY.sharedStandby();

    @TempDir
    Path home;

    private Opening opening;

    @BeforeEach
    void prepare() {
        opening = new Opening(home, PRIMARY.sockets());
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(textBlock = WANTED, delimiter = '|', nullValues = "-")
    void attributesDecide(String attributes, String hosts, String taken) throws SQLException {
        String connection = connection(hosts) + " target_session_attrs=" + attributes;
        if (taken == null) {
            ConnectFailure failure = opening.failure(connection);
            assertThat(failure.kind()).isEqualTo(Kind.NOT_SUITABLE);
            assertThat(failure.tried()).hasSize(1);
            return;
        }
        Opened opened = opening.open(connection);
        try (Connection open = opened.connection()) {
            assertThat(opened.host().port()).isEqualTo(port(taken));
            assertThat(Opening.ask(open, "show default_transaction_read_only")).isEqualTo("on");
        }
    }

    @Test
    void ownReadOnlyDefaultDoesNotMakeAServerReadOnlyButItsRoleDoes() {
        PRIMARY.run("app", "create role reader login; alter role reader set default_transaction_read_only = on");
        String connection = "host=" + PRIMARY.sockets() + " dbname=app user=reader port=" + PRIMARY.port();

        assertThat(opening.failure(connection + " target_session_attrs=read-write"))
                .hasMessage("session is read-only");
        assertThat(opening.ask(connection + " target_session_attrs=read-only", "select 1"))
                .isEqualTo("1");
        assertThat(opening.ask(connection + " target_session_attrs=primary", "select 1"))
                .isEqualTo("1");
    }

    @Test
    void balancedHostsAreTakenInAnyOrder() throws SQLException {
        Set<Integer> taken = new HashSet<>();
        while (taken.size() < 2) {
            Opened opened = opening.open(connection("primary,standby") + " load_balance_hosts=random");
            taken.add(opened.host().port());
            opened.connection().close();
        }
        assertThat(taken).containsExactlyInAnyOrder(PRIMARY.port(), STANDBY.port());
    }

    @Test
    void passwordIsLookedUpForEachHost() throws Exception {
        Path file = ScratchServer.write(
                home.resolve(".pgpass"),
                "127.0.0.1:" + PRIMARY.port() + ":*:*:falsch\n127.0.0.1:" + STANDBY.port() + ":*:*:geheim\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(opening.ask(connection("standby").replace("trusted", "scram"), "select current_user"))
                .isEqualTo("scram");
        assertThat(opening.failure(connection("primary").replace("trusted", "scram"))
                        .kind())
                .isEqualTo(Kind.WRONG_PASSWORD);
    }

    private static String connection(String hosts) {
        StringBuilder names = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        for (String host : hosts.split(",")) {
            names.append(names.length() == 0 ? "" : ",").append("127.0.0.1");
            ports.append(ports.length() == 0 ? "" : ",").append(port(host));
        }
        return "host=" + names + " port=" + ports + " user=trusted dbname=app";
    }

    private static int port(String server) {
        return server.equals("primary") ? PRIMARY.port() : STANDBY.port();
    }
}
