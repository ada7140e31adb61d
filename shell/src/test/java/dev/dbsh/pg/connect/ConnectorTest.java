package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorTest {
    private final ScratchServer server = ScratchServer.shared();

    @TempDir
    Path home;

    private Opening opening;
    private String tcp;

    @BeforeEach
    void prepare() {
        opening = new Opening(home, server.sockets());
        tcp = "host=127.0.0.1 port=" + server.port() + " dbname=app";
    }

    @Test
    void sessionBeginsReadOnlyWithItsDefaults() throws SQLException {
        Opened opened = opening.open(tcp + " user=trusted");
        try (Connection connection = opened.connection()) {
            assertThat(Opening.ask(connection, "show transaction_read_only")).isEqualTo("on");
            assertThat(Opening.ask(connection, "show lock_timeout")).isEqualTo("2s");
            assertThat(Opening.ask(connection, "show application_name")).isEqualTo("dbsh test");
            assertThat(opened.optionsRefused()).isFalse();
            assertThat(opened.unknownSettings()).isEmpty();
            assertThat(opened.host()).isEqualTo(new ServerHost("127.0.0.1", null, server.port()));
        }
    }

    @Test
    void operatorsOptionsWinOverDefaultsButNotOverReadOnly() {
        opening.variables.put("PGOPTIONS", "-c lock_timeout=7s -c default_transaction_read_only=off");

        assertThat(opening.ask(tcp + " user=trusted", "show lock_timeout")).isEqualTo("7s");
        assertThat(opening.ask(tcp + " user=trusted", "show transaction_read_only"))
                .isEqualTo("on");
    }

    @Test
    void readOnlySurvivesResetAll() throws SQLException {
        try (Connection connection = opening.open(tcp + " user=trusted").connection()) {
            connection.createStatement().execute("reset all");

            assertThat(Opening.ask(connection, "show transaction_read_only")).isEqualTo("on");
        }
    }

    @Test
    void settingWithSpacesArrivesWhole() throws SQLException {
        SessionDefaults spaced =
                new SessionDefaults("a", List.of(new Setting("search_path", "\"my \\ schema\", public", false)));
        try (Connection connection = opening.connector()
                .open(ConnectRequest.to(tcp + " user=trusted"), spaced, PasswordPrompt.NOBODY)
                .connection()) {
            assertThat(Opening.ask(connection, "show search_path")).isEqualTo("\"my \\ schema\", public");
        }
    }

    @Test
    void settingTheServerDoesNotKnowIsLeftOutAndNamed() throws SQLException {
        SessionDefaults defaults = new SessionDefaults(
                "a",
                List.of(
                        new Setting("transaction_timeout", "10min", false),
                        new Setting("no_such_setting", "1", true),
                        new Setting("lock_timeout", "2s", false)));
        Opened opened =
                opening.connector().open(ConnectRequest.to(tcp + " user=trusted"), defaults, PasswordPrompt.NOBODY);
        try (Connection connection = opened.connection()) {
            assertThat(opened.unknownSettings()).contains("no_such_setting");
            assertThat(Opening.ask(connection, "show lock_timeout")).isEqualTo("2s");
        }
    }

    @Test
    void unknownSettingOfTheOperatorIsAFailure() {
        opening.variables.put("PGOPTIONS", "-c no_such_setting=1");

        ConnectFailure failure = opening.failure(tcp + " user=trusted");

        assertThat(failure.sqlState()).isEqualTo("42704");
        assertThat(failure).hasMessage("unrecognized configuration parameter \"no_such_setting\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application_name=typed | typed",
                "fallback_application_name=fallback | dbsh test",
                "application_name=typed fallback_application_name=fallback | typed",
                "application_name='' | dbsh test"
            })
    void applicationNameIsTheOperatorsIfGiven(String parameters, String expected) {
        assertThat(opening.ask(tcp + " user=trusted " + parameters, "show application_name"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"my db", "per%cent", "Größe", "a=b", "a/b"})
    void databaseNameArrivesAsItIs(String name) {
        String quoted = "dbname='" + name + "' host=127.0.0.1 user=trusted port=" + server.port();

        assertThat(opening.ask(quoted, "select current_database()")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"disable", "require"})
    void settingsOfTheEnvironmentArriveAndOtherwiseThoseOfTheServerHold(String mode) {
        server.run("app", "create role zoned login; alter role zoned set timezone = 'Asia/Tokyo'");
        server.run("app", "alter role zoned set datestyle = 'German, YMD'");
        server.run("app", "alter role zoned set extra_float_digits = 0");
        String connection = "host=" + server.sockets() + " dbname=app user=zoned port=" + server.port();
        assertThat(opening.ask(
                        connection,
                        "select current_setting('timezone') || ' ' || current_setting('datestyle') || ' '"
                                + " || current_setting('extra_float_digits')"))
                .isEqualTo("Asia/Tokyo German, YMD 0");
        server.run("app", "drop role zoned");

        opening.variables.putAll(Map.of("PGTZ", "America/Lima", "PGDATESTYLE", "German", "PGGEQO", "off"));
        String session = "select current_setting('timezone') || ' ' || current_setting('datestyle') || ' '"
                + " || current_setting('geqo')";
        assertThat(opening.ask(tcp + " user=trusted sslmode=" + mode, session))
                .isEqualTo("America/Lima German, DMY off");
    }

    @Test
    void unixSocketWorksWithLargeTraffic() throws SQLException {
        Opened opened =
                opening.open("host=" + server.sockets() + " port=" + server.port() + " user=trusted dbname=app");
        try (Connection connection = opened.connection()) {
            String large = "x".repeat(3_000_000);
            try (var statement = connection.prepareStatement("select ?::text || '!'")) {
                statement.setString(1, large);
                try (var result = statement.executeQuery()) {
                    result.next();
                    assertThat(result.getString(1)).isEqualTo(large + "!");
                }
            }
            assertThat(opened.tls()).isNull();
            assertThat(opened.host().toString()).isEqualTo(server.sockets() + "/.s.PGSQL." + server.port());
        }
    }

    @Test
    void unixSocketIsTheDefaultAndAsksForNoTls() {
        assertThat(opening.ask(
                        "user=trusted dbname=app sslmode=verify-full port=" + server.port(),
                        "select inet_server_addr() is null"))
                .isEqualTo("t");
    }

    @Test
    void serverSeesWhoIsAtTheOtherEndOfAUnixSocket() {
        assertThat(opening.ask("user=mapped dbname=app port=" + server.port(), "select current_user"))
                .isEqualTo("mapped");

        ConnectFailure failure = opening.failure("user=peered dbname=app port=" + server.port());
        assertThat(failure.kind()).isEqualTo(Kind.WRONG_IDENTITY);
        assertThat(failure).hasMessage("Peer authentication failed for user \"peered\"");
    }

    private void awaitRunning(String pid) {
        String running = "select count(*) from pg_stat_activity where query like '%pg_sleep(60)%' and state = 'active'"
                + " and pid = " + pid;
        while (!server.run("app", running).equals("1")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void readTimeoutOverUnixSocketIsKept() throws SQLException {
        try (Connection connection =
                opening.open("user=trusted dbname=app port=" + server.port()).connection()) {
            connection.setNetworkTimeout(Runnable::run, 200);

            assertThatThrownBy(() -> Opening.ask(connection, "select pg_sleep(60)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08006"));
        }
    }

    @Test
    void interruptLeavesAUnixSocketUsable() throws SQLException {
        try (Connection connection =
                opening.open("user=trusted dbname=app port=" + server.port()).connection()) {
            Thread.currentThread().interrupt();
            String answer = Opening.ask(connection, "select 1");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).isEqualTo("1");
        }
    }

    @Test
    void abortFromAnotherThreadEndsAReadOverUnixSocket() throws Exception {
        try (Connection connection =
                opening.open("user=trusted dbname=app port=" + server.port()).connection()) {
            String pid = Opening.ask(connection, "select pg_backend_pid()");
            Thread aborter = new Thread(() -> {
                try {
                    awaitRunning(pid);
                    connection.abort(Runnable::run);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            aborter.start();

            assertThatThrownBy(() -> Opening.ask(connection, "select pg_sleep(60)"))
                    .isInstanceOf(SQLException.class);
            aborter.join();
        }
    }

    @Test
    void peerOfTheSocketCanBeRequired() {
        String owner = System.getProperty("user.name").equals("root") ? "postgres" : System.getProperty("user.name");

        assertThat(opening.ask("user=trusted dbname=app requirepeer=" + owner + " port=" + server.port(), "select 1"))
                .isEqualTo("1");
        assertThatThrownBy(() -> opening.open("user=trusted dbname=app requirepeer=nobody port=" + server.port()))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage("requirepeer specifies \"nobody\", but actual peer user name is \"" + owner + '"');
    }

    @ParameterizedTest
    @CsvSource({"scram, geheim", "hashed, alt", "clear, klar", "scram2, p@ss:w/o\\rd"})
    void passwordIsSentInTheWayTheServerWants(String user, String password) {
        opening.variables.put("PGPASSWORD", password);

        assertThat(opening.ask(tcp + " user=" + user, "select current_user")).isEqualTo(user);
    }

    @Test
    void passwordMayBePercentEncodedInAUri() {
        assertThat(opening.ask(
                        "postgresql://scram2:p%40ss%3Aw%2Fo%5Crd@127.0.0.1:" + server.port() + "/app",
                        "select current_user"))
                .isEqualTo("scram2");
    }

    @Test
    void passwordFileIsReadWhenTheServerAsks() throws IOException {
        pgpass("*:*:*:hashed:no\n127.0.0.1:*:app:scram:geheim\n", "rw-------");

        assertThat(opening.ask(tcp + " user=scram", "select current_user")).isEqualTo("scram");
    }

    @Test
    void unsafePasswordFileIsRefusedOnlyWhenItIsNeeded() throws IOException {
        Path file = pgpass("*:*:*:*:geheim\n", "rw-r--r--");

        assertThat(opening.ask(tcp + " user=trusted", "select 1")).isEqualTo("1");
        assertThatThrownBy(() -> opening.open(tcp + " user=scram"))
                .isInstanceOfSatisfying(
                        ConfigurationFailure.class, e -> assertThat(e.hint()).isEqualTo("chmod 600 " + file))
                .hasMessage("password file \"" + file + "\" has group or world access");
    }

    @Test
    void wrongPasswordFromAFileNamesTheFile() throws IOException {
        Path file = pgpass("*:*:*:*:falsch\n", "rw-------");

        ConnectFailure failure = opening.failure(tcp + " user=scram");

        assertThat(failure.kind()).isEqualTo(Kind.WRONG_PASSWORD);
        assertThat(failure.trouble().hint()).startsWith("password retrieved from file \"" + file + "\"; ");
    }

    @Test
    void socketInTheDefaultDirectoryIsLocalhostInThePasswordFile() throws IOException {
        pgpass("localhost:" + server.port() + ":app:scram:geheim\n", "rw-------");
        Dial dial = new Dial(
                opening.connector().resolve(ConnectRequest.to("user=scram dbname=app port=" + server.port())),
                new ServerHost(server.sockets().toString(), null, server.port()),
                null,
                new Surroundings(opening.variables, home, "x", server.sockets()));

        assertThat(dial.password()).containsExactly("geheim".toCharArray());
    }

    @Test
    void operatorIsAskedOnceWhenThePasswordIsMissing() throws SQLException {
        List<String> words = new ArrayList<>();
        char[] typed = "geheim".toCharArray();

        try (Connection connection = opening.open(tcp + " user=scram", question -> {
                    words.add(question);
                    return typed;
                })
                .connection()) {
            assertThat(Opening.ask(connection, "select current_user")).isEqualTo("scram");
        }
        assertThat(words).containsExactly("Password for user scram: ");
    }

    @Test
    void operatorIsNotAskedWhenNoPasswordIsNeeded() throws SQLException {
        try (Connection connection = opening.open(tcp + " user=trusted", question -> {
                    throw new AssertionError(question);
                })
                .connection()) {
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void wrongTypedPasswordIsNotAskedAgain() {
        List<String> words = new ArrayList<>();

        assertThatThrownBy(() -> opening.open(tcp + " user=scram", question -> {
                    words.add(question);
                    return "falsch".toCharArray();
                }))
                .isInstanceOfSatisfying(
                        ConnectFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.WRONG_PASSWORD));
        assertThat(words).hasSize(1);
    }

    @Test
    void whoeverTypesNoPasswordIsToldSo() {
        assertThatThrownBy(() -> opening.open(tcp + " user=scram", question -> new char[0]))
                .isInstanceOfSatisfying(
                        ConnectFailure.class,
                        e -> assertThat(e.trouble().message())
                                .isEqualTo("the server asks for a password for user \"scram\" and none was typed"));
        assertThatThrownBy(() -> opening.open(tcp + " user=scram", PasswordPrompt.NOBODY))
                .isInstanceOfSatisfying(
                        ConnectFailure.class,
                        e -> assertThat(e.trouble().message())
                                .isEqualTo("the server asks for a password for user \"scram\" and none was found"));
    }

    @Test
    void passwordModesAskNeverOrAlways() throws SQLException {
        List<String> words = new ArrayList<>();
        PasswordPrompt prompt = question -> {
            words.add(question);
            return "geheim".toCharArray();
        };
        ConnectRequest never = new ConnectRequest(null, null, "scram", tcp, null, PasswordMode.NEVER);
        ConnectRequest always = new ConnectRequest(null, null, "trusted", tcp, null, PasswordMode.ALWAYS);

        assertThatThrownBy(() -> opening.connector().open(never, Opening.DEFAULTS, prompt))
                .isInstanceOfSatisfying(
                        ConnectFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.PASSWORD_NEEDED));
        assertThat(words).isEmpty();
        try (Connection connection =
                opening.connector().open(always, Opening.DEFAULTS, prompt).connection()) {
            assertThat(connection.isClosed()).isFalse();
        }
        assertThat(words).containsExactly("Password for user trusted: ");
    }

    @Test
    void openedTargetCanBeOpenedAgain() throws SQLException {
        Opened first = opening.open(tcp + " user=scram", question -> "geheim".toCharArray());
        first.connection().close();

        Opened second = opening.connector().open(first.target(), Opening.DEFAULTS, PasswordPrompt.NOBODY);
        try (Connection connection = second.connection()) {
            assertThat(Opening.ask(connection, "select current_user")).isEqualTo("scram");
        }
    }

    private Path pgpass(String text, String mode) throws IOException {
        Path file = ScratchServer.write(home.resolve(".pgpass"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
