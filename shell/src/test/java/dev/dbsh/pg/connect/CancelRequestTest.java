package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.demo.EmbeddedPostgres;
import dev.dbsh.demo.Login;
import dev.dbsh.testing.Passage;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CancelRequestTest {
    private static final int MILLIS = 10_000;

    private final ScratchServer server = ScratchServer.shared();

    @TempDir
    Path home;

    private Opening opening;

    @BeforeEach
    void prepare() {
        opening = new Opening(home, server.sockets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "plain", "socket"})
    void requestTravelsAsTheSessionDoes(String way) throws Exception {
        try (StrangeProxy proxy = StrangeProxy.before(new Login("127.0.0.1", server.port(), "app", "trusted", ""))) {
            String through = "user=trusted dbname=app port=";
            Opened opened = switch (way) {
                case "tls" ->
                    opening.open(through + proxy.login().port() + " host=db.good.test"
                            + " hostaddr=127.0.0.1 sslmode=verify-full sslrootcert=" + server.file("ca.crt"));
                case "plain" -> opening.open(through + proxy.login().port() + " host=127.0.0.1 sslmode=disable");
                default -> opening.open(through + server.port());
            };
            try (Connection connection = opened.connection()) {
                cancels(opened);
                assertThat(Opening.ask(connection, "select 1")).isEqualTo("1");
            }
            assertThat(proxy.kinds())
                    .isEqualTo(
                            switch (way) {
                                case "tls" -> List.of(Passage.Kind.TLS, Passage.Kind.TLS, Passage.Kind.TLS);
                                case "plain" ->
                                    List.of(Passage.Kind.SESSION, Passage.Kind.SESSION, Passage.Kind.CANCEL);
                                default -> List.of();
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.Scale#majors")
    void everyServerTakesAnEncryptedRequest(int major) throws Exception {
        List<String> tls = List.of(
                "ssl=on", "ssl_cert_file=" + server.file("server.crt"), "ssl_key_file=" + server.file("server.key"));
        try (EmbeddedPostgres embedded =
                EmbeddedPostgres.start(Path.of("target/pg").toAbsolutePath(), major, tls, text -> {})) {
            Login login = embedded.login();
            opening.variables.put("PGPASSWORD", login.password());
            Opened opened = opening.open(login.conninfo() + " sslmode=require" + direct(major));
            try (Connection connection = opened.connection()) {
                assertThat(opened.tls()).startsWith("TLSv1.3");
                cancels(opened);
                assertThat(Opening.ask(connection, "select 1")).isEqualTo("1");
            }
        }
    }

    private static String direct(int major) {
        return major >= 17 ? " sslnegotiation=direct" : "";
    }

    @Test
    void encryptedSessionSendsNoRequestInClearText() throws Exception {
        try (StrangeProxy proxy = StrangeProxy.before(new Login("127.0.0.1", server.port(), "app", "trusted", ""))) {
            Opened opened = opening.open("user=trusted dbname=app host=127.0.0.1 sslmode=require port="
                    + proxy.login().port());
            try (Connection connection = opened.connection()) {
                proxy.refuseTls();

                assertThatThrownBy(() -> opened.line().cancelRequest(MILLIS))
                        .isInstanceOf(IOException.class)
                        .hasMessage("the server does not offer TLS any more: no cancel request in clear text");
                try (Statement statement = connection.createStatement()) {
                    statement.cancel();
                }
            }
            assertThat(proxy.kinds()).doesNotContain(Passage.Kind.CANCEL);
        }
    }

    @Test
    void requestThatNobodyTakesIsNotCountedAsGiven() throws Exception {
        try (StrangeProxy proxy = StrangeProxy.before(new Login("127.0.0.1", server.port(), "app", "trusted", ""))) {
            Opened opened = opening.open("user=trusted dbname=app host=127.0.0.1 sslmode=disable port="
                    + proxy.login().port());
            try (Connection connection = opened.connection();
                    CancelRequest request = opened.line().cancelRequest(MILLIS)) {
                assertThat(request.send(MILLIS)).isTrue();
                proxy.fallSilent();
                try (CancelRequest unheard = opened.line().cancelRequest(MILLIS)) {
                    assertThat(unheard.send(1)).isFalse();
                }
                assertThat(connection.isClosed()).isFalse();
            }
        }
    }

    private static void cancels(Opened opened) throws SQLException, IOException {
        String sleeps = "select count(*) from pg_stat_activity where wait_event = 'PgSleep' and pid = "
                + Opening.ask(opened.connection(), "select pg_backend_pid()");
        CompletableFuture<Void> asleep = CompletableFuture.runAsync(() -> sleep(opened.connection()));
        try (Connection observer = opened.line().beside(MILLIS).connection();
                CancelRequest request = opened.line().cancelRequest(MILLIS)) {
            Waiting.until("it sleeps", () -> Opening.ask(observer, sleeps).equals("1"));

            assertThat(request.send(MILLIS)).isTrue();
        }
        assertThatThrownBy(asleep::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("canceling statement due to user request");
    }

    private static void sleep(Connection connection) {
        try {
            Opening.ask(connection, "select pg_sleep(600)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
