package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectFailureTest {
    private static final String ANSWERS = """
            # parameters               | kind                 | state | message
            user=scram password=falsch | WRONG_PASSWORD       | 28P01 | password authentication failed for user "scram"
            user=hashed password=falsch | WRONG_PASSWORD      | 28P01 | password authentication failed for user "hashed"
            user=scram                 | PASSWORD_NEEDED      | 28P01 | the server asks for a password for user "scram" and none was found
            user=clear                 | PASSWORD_NEEDED      | 28P01 | the server asks for a password for user "clear" and none was found
            user=missing               | UNKNOWN_ROLE         | 28000 | role "missing" does not exist
            user=nologin               | UNKNOWN_ROLE         | 28000 | role "nologin" is not permitted to log in
            user=trusted dbname=gone   | UNKNOWN_DATABASE     | 3D000 | database "gone" does not exist
            user=trusted dbname=closed | NO_PRIVILEGE         | 42501 | permission denied for database "closed"
            user=limited               | TOO_MANY_CONNECTIONS | 53300 | too many connections for role "limited"
            """;

    private final ScratchServer server = ScratchServer.shared();

    @TempDir
    Path home;

    private Opening opening;

    @BeforeEach
    void prepare() {
        opening = new Opening(home, server.sockets());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = ANSWERS, delimiter = '|', quoteCharacter = '`')
    void answerOfTheServerIsClassifiedAndKept(String parameters, Kind kind, String sqlState, String message) {
        ConnectFailure failure = opening.failure("host=127.0.0.1 dbname=app port=" + server.port() + ' ' + parameters);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.sqlState()).isEqualTo(sqlState);
        assertThat(failure).hasMessage(message);
        assertThat(failure.trouble().hint()).isNotEmpty();
        assertThat(failure.tried())
                .singleElement()
                .satisfies(tried -> assertThat(tried.where()).isEqualTo("127.0.0.1:" + server.port()));
    }

    @Test
    void detailOfTheServerIsKept() {
        assertThat(opening.failure("host=127.0.0.1 user=trusted dbname=closed port=" + server.port())
                        .trouble()
                        .detail())
                .isEqualTo("User does not have CONNECT privilege.");
    }

    @Test
    void missingEntryInTheServersTableIsSaid() {
        ConnectFailure failure = opening.failure("host=127.0.0.1 user=nobody dbname=app port=" + server.port());

        assertThat(failure.kind()).isEqualTo(Kind.NO_ENTRY);
        assertThat(failure.sqlState()).isEqualTo("28000");
        assertThat(failure.getMessage()).startsWith("no pg_hba.conf entry for host \"127.0.0.1\", user \"nobody\"");
    }

    @Test
    void closedPortIsRefused() {
        int port = ScratchServer.freePort();

        ConnectFailure failure = opening.failure("host=127.0.0.1 user=u port=" + port);

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.sqlState()).isEqualTo("08001");
        assertThat(failure).hasMessage("connection to 127.0.0.1:" + port + " failed: Connection refused");
        assertThat(failure.trouble().hint())
                .isEqualTo("is the server running there and listening: pg_isready -h 127.0.0.1 -p " + port);
    }

    @Test
    void missingSocketIsNamed() {
        ConnectFailure failure = opening.failure("host=" + home + " user=u port=7");

        assertThat(failure.kind()).isEqualTo(Kind.NO_SOCKET);
        assertThat(failure).hasMessage("connection to " + home + "/.s.PGSQL.7 failed: No such file or directory");
    }

    @Test
    void tooLongSocketPathIsNamed() {
        ConnectFailure failure = opening.failure("host=/" + "x".repeat(120) + " user=u");

        assertThat(failure.kind()).isEqualTo(Kind.NO_SOCKET);
        assertThat(failure.getMessage()).contains("too long");
    }

    @Test
    void unknownHostIsNamed() {
        ConnectFailure failure = opening.failure("host=no.such.host.invalid user=u");

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_HOST);
        assertThat(failure).hasMessage("could not translate host name \"no.such.host.invalid\" to address");
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer", "require"})
    void silentServerIsGivenUp(String mode) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            ConnectFailure failure = opening.failure(
                    "host=127.0.0.1 user=u connect_timeout=2 sslmode=" + mode + " port=" + silent.getLocalPort());

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure.sqlState()).isEqualTo("08001");
            assertThat(failure).hasMessage("no answer from 127.0.0.1:" + silent.getLocalPort() + " within 2 s");
        }
    }

    @Test
    void serverThatHangsUpIsSaid() throws IOException {
        try (FakeServer fake = new FakeServer(Socket::close)) {
            assertThat(opening.failure("host=127.0.0.1 sslmode=disable user=u port=" + fake.port())
                            .kind())
                    .isEqualTo(Kind.CLOSED);
        }
    }

    @ParameterizedTest
    @CsvSource({"disable", "prefer"})
    void otherProtocolIsNotPostgres(String mode) throws IOException {
        try (FakeServer fake = new FakeServer(client -> answer(client, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertThat(opening.failure("host=127.0.0.1 user=u sslmode=" + mode + " port=" + fake.port())
                            .kind())
                    .isEqualTo(Kind.NOT_POSTGRES);
        }
    }

    @Test
    void startingServerIsNotReadyAndTheNextHostIsTried() throws IOException {
        String error = "SFATAL\0C57P03\0Mthe database system is starting up\0\0";
        String message = "E\0\0\0" + (char) (error.length() + 4) + error;
        try (FakeServer fake = new FakeServer(client -> answer(client, message))) {
            ConnectFailure failure = opening.failure("host=127.0.0.1 sslmode=disable user=u port=" + fake.port());
            assertThat(failure.kind()).isEqualTo(Kind.NOT_READY);
            assertThat(failure.sqlState()).isEqualTo("57P03");

            assertThat(opening.ask(
                            "host=127.0.0.1,127.0.0.1 sslmode=disable user=trusted dbname=app port=" + fake.port() + ','
                                    + server.port(),
                            "select 1"))
                    .isEqualTo("1");
        }
    }

    @Test
    void errorTextWithEscapesIsPassedOnUntouched() throws IOException {
        String error = "SFATAL\0CXX000\0M\u001b[31mpwned\u0007\0\0";
        String message = "E\0\0\0" + (char) (error.length() + 4) + error;
        try (FakeServer fake = new FakeServer(client -> answer(client, message))) {
            assertThat(opening.failure("host=127.0.0.1 sslmode=disable user=u port=" + fake.port()))
                    .hasMessage("\u001b[31mpwned\u0007");
        }
    }

    @Test
    void everyHostThatWasTriedIsKept() {
        int closed = ScratchServer.freePort();
        Opened opened = opening.open("host=no.such.host.invalid,127.0.0.1,127.0.0.1 user=trusted dbname=app port=1,"
                + closed + ',' + server.port());

        assertThat(opened.tried())
                .extracting(Tried::where)
                .containsExactly("no.such.host.invalid:1", "127.0.0.1:" + closed);
        assertThat(opened.tried())
                .extracting(tried -> tried.trouble().kind())
                .containsExactly(Kind.UNKNOWN_HOST, Kind.REFUSED);
        assertThat(opened.host().port()).isEqualTo(server.port());
    }

    @Test
    void wrongPasswordEndsTheSearch() {
        ConnectFailure failure =
                opening.failure("host=127.0.0.1,127.0.0.1 user=scram password=falsch dbname=app port=" + server.port());

        assertThat(failure.tried()).hasSize(1);
    }

    @Test
    void noTextOfAFailureHoldsThePassword() {
        ConnectFailure failure =
                opening.failure("postgresql://scram:Streng-Geheim@127.0.0.1:" + server.port() + "/app");

        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("Streng-Geheim");
        }
        assertThat(failure.trouble().toString() + failure.tried()).doesNotContain("Streng-Geheim");
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getInputStream().read(new byte[1000]);
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
        client.getInputStream().read(new byte[1000]);
        client.close();
    }
}
