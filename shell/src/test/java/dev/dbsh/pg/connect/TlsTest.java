package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {
    /** Host is what is verified; the address is always the same. */
    private static final String MATRIX = """
            # mode      | host          | root     | outcome
            disable     | db.good.test  | -        | plain
            allow       | db.good.test  | -        | plain
            prefer      | db.good.test  | -        | tls
            require     | db.good.test  | -        | tls
            require     | db.wrong.test | -        | tls
            require     | db.wrong.test | ca       | tls
            require     | db.good.test  | stranger | TLS_UNTRUSTED
            prefer      | db.good.test  | stranger | plain
            verify-ca   | db.good.test  | ca       | tls
            verify-ca   | db.wrong.test | ca       | tls
            verify-ca   | db.good.test  | stranger | TLS_UNTRUSTED
            verify-full | db.good.test  | ca       | tls
            verify-full | DB.Good.Test  | ca       | tls
            verify-full | a.star.test   | ca       | tls
            verify-full | a.b.star.test | ca       | TLS_HOST_NAME
            verify-full | db.wrong.test | ca       | TLS_HOST_NAME
            verify-full | 127.0.0.2     | ca       | tls
            verify-full | 127.0.0.1     | ca       | TLS_HOST_NAME
            verify-full | db.good.test  | stranger | TLS_UNTRUSTED
            verify-full | db.good.test  | system   | TLS_UNTRUSTED
            """;

    private final ScratchServer server = ScratchServer.shared();

    @TempDir
    Path home;

    private Opening opening;
    private String good;

    @BeforeEach
    void prepare() {
        opening = new Opening(home, server.sockets());
        good = "host=db.good.test hostaddr=127.0.0.1 dbname=app port=" + server.port();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = MATRIX, delimiter = '|', nullValues = "-")
    void modeDecidesWhatIsVerified(String mode, String host, String root, String outcome) {
        String connection = "hostaddr=127.0.0.1 user=trusted dbname=app host=" + host + " sslmode=" + mode + " port="
                + server.port() + root(root);
        if (outcome.startsWith("TLS_")) {
            ConnectFailure failure = opening.failure(connection);
            assertThat(failure.kind()).isEqualTo(Kind.valueOf(outcome));
            assertThat(failure.sqlState()).isEqualTo("08006");
        } else {
            String encrypted = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
            assertThat(opening.ask(connection, encrypted)).isEqualTo(outcome.equals("tls") ? "t" : "f");
        }
    }

    private String root(String name) {
        if (name == null) {
            return "";
        }
        return " sslrootcert=" + (name.equals("system") ? name : server.file(name + ".crt"));
    }

    @Test
    void wrongHostNameIsNamedTogetherWithTheRightOne() {
        ConnectFailure failure = opening.failure("hostaddr=127.0.0.1 host=db.wrong.test user=trusted dbname=app"
                + " sslmode=verify-full port=" + server.port() + root("ca"));

        assertThat(failure)
                .hasMessage("server certificate for \"db.good.test\" (and 2 other names) does not match host name"
                        + " \"db.wrong.test\"");
    }

    @Test
    void rootFileInTheHomeDirectoryIsUsedAndMakesRequireVerify() throws IOException {
        Files.createDirectory(home.resolve(".postgresql"));
        Files.copy(server.file("ca.crt"), home.resolve(".postgresql/root.crt"));
        assertThat(opening.open(good + " user=trusted sslmode=verify-full").tls())
                .startsWith("TLSv1.3");

        Files.delete(home.resolve(".postgresql/root.crt"));
        Files.copy(server.file("stranger.crt"), home.resolve(".postgresql/root.crt"));
        assertThat(opening.failure(good + " user=trusted sslmode=require").kind())
                .isEqualTo(Kind.TLS_UNTRUSTED);
    }

    @Test
    void verifyingWithoutRootFileIsConfiguration() {
        assertThatThrownBy(() -> opening.open(good + " user=trusted sslmode=verify-ca"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage("root certificate file \"" + home + "/.postgresql/root.crt\" does not exist");
    }

    @Test
    void fileWithoutCertificateIsConfiguration() throws IOException {
        Path junk = Files.writeString(home.resolve("junk.crt"), "junk");

        assertThatThrownBy(() -> opening.open(good + " user=trusted sslmode=verify-ca sslrootcert=" + junk))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageStartingWith("could not read root certificates from " + junk + ": ");
    }

    @ParameterizedTest
    @CsvSource({"allow, tlsonly, t", "prefer, plainonly, f", "require, tlsonly, t", "disable, plainonly, f"})
    void allowAndPreferTryTheOtherWayWhenThisOneHasNoEntry(String mode, String user, String encrypted) {
        assertThat(opening.ask(
                        good + " user=" + user + " sslmode=" + mode,
                        "select ssl from pg_stat_ssl where pid = pg_backend_pid()"))
                .isEqualTo(encrypted);
    }

    @ParameterizedTest
    @CsvSource({"disable, tlsonly", "require, plainonly"})
    void otherModesDoNot(String mode, String user) {
        assertThat(opening.failure(good + " user=" + user + " sslmode=" + mode).kind())
                .isEqualTo(Kind.NO_ENTRY);
    }

    @Test
    void versionsCanBeLimited() {
        assertThat(opening.open(good + " user=trusted ssl_max_protocol_version=TLSv1.2")
                        .tls())
                .startsWith("TLSv1.2 ");
        assertThat(opening.open(good + " user=trusted ssl_min_protocol_version=TLSv1.3")
                        .tls())
                .startsWith("TLSv1.3 ");
    }

    @ParameterizedTest
    @CsvSource({
        "client.crt, client.key, ''",
        "client.crt, pkcs1.key, ''",
        "client.crt, der.key, ''",
        "client.crt, encrypted.key, sesam",
        "elliptic.crt, elliptic.key, ''"
    })
    void clientCertificateLogsInWithAKeyInAnyForm(String certificate, String key, String password) throws IOException {
        String connection = good + " user=certified sslcert=" + server.file(certificate) + " sslkey=" + privateCopy(key)
                + " sslpassword='" + password + "'";

        assertThat(opening.ask(connection, "select current_user")).isEqualTo("certified");
        assertThat(opening.ask(connection + " sslcertmode=require", "select current_user"))
                .isEqualTo("certified");
    }

    @Test
    void encryptedKeyWithoutItsPasswordIsConfiguration() throws IOException {
        String connection = good + " user=certified sslcert=" + server.file("client.crt") + " sslkey="
                + privateCopy("encrypted.key");

        assertThatThrownBy(() -> opening.open(connection))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageEndingWith("the key is encrypted and sslpassword is not given");
        assertThatThrownBy(() -> opening.open(connection + " sslpassword=falsch"))
                .isInstanceOf(ConfigurationFailure.class);
    }

    @Test
    void keyThatOthersCanReadIsRefused() throws IOException {
        Path key = privateCopy("client.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() ->
                        opening.open(good + " user=certified sslcert=" + server.file("client.crt") + " sslkey=" + key))
                .isInstanceOfSatisfying(
                        ConfigurationFailure.class, e -> assertThat(e.hint()).isEqualTo("chmod 600 " + key))
                .hasMessage("private key file \"" + key + "\" has group or world access");
    }

    @Test
    void certificateInTheHomeDirectoryIsUsedUnlessSwitchedOff() throws IOException {
        Files.createDirectory(home.resolve(".postgresql"));
        Files.copy(server.file("client.crt"), home.resolve(".postgresql/postgresql.crt"));
        Files.move(privateCopy("client.key"), home.resolve(".postgresql/postgresql.key"));

        assertThat(opening.ask(good + " user=certified", "select current_user")).isEqualTo("certified");
        assertThat(opening.failure(good + " user=certified sslcertmode=disable sslmode=require")
                        .sqlState())
                .isEqualTo("28000");
    }

    @Test
    void missingKeyForACertificateIsConfiguration() {
        assertThatThrownBy(() -> opening.open(good + " user=certified sslcert=" + server.file("client.crt")))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage(
                        "certificate present, but not private key file \"" + home + "/.postgresql/postgresql.key\"");
    }

    @Test
    void channelBindingCanBeRequired() {
        opening.variables.put("PGPASSWORD", "geheim");
        assertThat(opening.ask(good + " user=scram channel_binding=require", "select 1"))
                .isEqualTo("1");

        assertThat(opening.failure(good + " user=scram channel_binding=require sslmode=disable")
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION_REFUSED);
        assertThat(opening.failure(good + " user=trusted channel_binding=require")
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "trusted, scram-sha-256",
        "hashed, scram-sha-256",
        "clear, '!password'",
        "scram, md5",
        "trusted, '!none'"
    })
    void authenticationThatIsNotAllowedIsRefused(String user, String methods) {
        opening.variables.put("PGPASSWORD", "geheim");

        assertThat(opening.failure(good + " user=" + user + " require_auth=" + methods)
                        .kind())
                .isEqualTo(Kind.AUTHENTICATION_REFUSED);
    }

    @Test
    void serverWithoutTlsIsRefusedWhenTlsIsRequired() throws IOException {
        try (FakeServer fake = new FakeServer(TlsTest::sayNo)) {
            ConnectFailure failure = opening.failure("host=127.0.0.1 user=u sslmode=require port=" + fake.port());

            assertThat(failure.kind()).isEqualTo(Kind.TLS_REFUSED);
            assertThat(failure.sqlState()).isEqualTo("08004");
        }
    }

    private static void sayNo(Socket client) throws IOException {
        client.getInputStream().read(new byte[8]);
        client.getOutputStream().write('N');
        client.getInputStream().read(new byte[1000]);
    }

    private Path privateCopy(String key) throws IOException {
        Path copy = home.resolve(key);
        Files.copy(server.file(key), copy);
        return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
    }
}
