package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentsTest {
    private static final String SAMPLE = """
            [environments.prod]
            label = "PROD orders"
            color = "red"
            connection = "postgresql://ann@db1,db2:5433/orders?sslmode=verify-full"

            [environments."test 2"]
            connection = "host=db3 dbname=orders"

            [environments.bare]
            """;

    private static final String BROKEN = """
            [enviroments.prod]                          | 1 | unknown table "enviroments"
            [environments.prod]~lable = "x"             | 2 | unknown key "lable"
            [environments.prod]~label = 1               | 2 | "label" is not a text
            [environments]~prod = "x"                   | 2 | "prod" is not a table
            environments = 3                            | 1 | "environments" is not a table
            [environments.prod]~connection = "orders"   | 2 | "connection" is neither a URI nor key=value pairs
            [environments.prod]~connection = "hst=db1"  | 2 | invalid connection option "hst", column 1
            [environments.prod]~connection = "user=u password=geheim" | 2 | a password in a file that others can read
            [environments.prod]~connection = "postgresql://u:geheim@h" | 2 | a password in a file that others can read
            """;

    @TempDir
    Path home;

    @Test
    void namedEnvironmentIsTheBaseThatTypedOptionsOverride() throws IOException {
        config(SAMPLE);

        Target target =
                connector().resolve(new ConnectRequest(null, null, "bob", "archive", "prod", PasswordMode.WHEN_NEEDED));

        assertThat(target.hosts())
                .containsExactly(new ServerHost("db1", null, 5432), new ServerHost("db2", null, 5433));
        assertThat(target.user()).isEqualTo("bob");
        assertThat(target.database()).isEqualTo("archive");
        assertThat(target.tls()).isEqualTo(TlsMode.VERIFY_FULL);
    }

    @Test
    void environmentIsFoundByWhereItLeads() throws IOException {
        config(SAMPLE);

        assertThat(environments().matching(connector().resolve(ConnectRequest.to("postgresql://x@db2:5433/orders"))))
                .hasValueSatisfying(found -> {
                    assertThat(found.label()).isEqualTo("PROD orders");
                    assertThat(found.color()).isEqualTo("red");
                });
        assertThat(environments().matching(connector().resolve(ConnectRequest.to("host=db3 dbname=orders"))))
                .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo("test 2"));
    }

    @ParameterizedTest
    @CsvSource({"host=db2 dbname=orders", "host=db1 dbname=other", "host=db9 dbname=orders"})
    void otherPlaceHasNoLabel(String connection) throws IOException {
        config(SAMPLE);

        assertThat(environments().matching(connector().resolve(ConnectRequest.to(connection))))
                .isEmpty();
    }

    @Test
    void withoutFileThereIsNoEnvironment() {
        assertThat(environments().matching(connector().resolve(ConnectRequest.to("host=h"))))
                .isEmpty();
        assertThatThrownBy(() -> environments().named("prod"))
                .isInstanceOf(InvalidConnection.class)
                .hasMessage("unknown environment \"prod\"");
    }

    @Test
    void unknownNameIsAnswered() throws IOException {
        config(SAMPLE);

        assertThatThrownBy(() -> environments().named("prd"))
                .isInstanceOfSatisfying(
                        InvalidConnection.class, e -> assertThat(e.hint()).isEqualTo("did you mean prod"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = BROKEN, delimiter = '|', quoteCharacter = '`')
    void mistakeIsNamedWithItsLine(String text, int line, String message) throws IOException {
        Path file = config(text.replace('~', '\n'));

        assertThatThrownBy(() -> environments().named("prod"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage(file + " line " + line + ": " + message);
    }

    @Test
    void syntaxErrorHasItsLine() throws IOException {
        Path file = config("[environments.prod]\nlabel = \n");

        assertThatThrownBy(() -> environments().named("prod"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageStartingWith(file + " line 2: ");
    }

    @Test
    void passwordMayStandInAPrivateFile() throws IOException {
        Path file = config("[environments.prod]\nconnection = \"host=h user=u password=geheim\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        Target target =
                connector().resolve(new ConnectRequest(null, null, null, null, "prod", PasswordMode.WHEN_NEEDED));

        assertThat(target.password()).isNotNull();
        assertThat(target.toString()).doesNotContain("geheim");
        assertThat(environments().named("prod").toString()).doesNotContain("geheim");
    }

    @Test
    void fileThatEverybodyCanWriteIsRefused() throws IOException {
        Path file = config(SAMPLE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThatThrownBy(() -> environments().named("prod"))
                .isInstanceOfSatisfying(
                        ConfigurationFailure.class, e -> assertThat(e.hint()).isEqualTo("chmod o-w " + file))
                .hasMessage(file + " can be written by everybody");
    }

    @Test
    void fileOfSomebodyElseIsRefused() throws IOException {
        Path file = config(SAMPLE);
        Surroundings stranger = new Surroundings(Map.of(), home, "somebody", Path.of("/sockets"));
        String owner = Files.getOwner(file).getName();

        if (owner.equals("root")) {
            assertThat(new Environments(stranger).named("prod").label()).isEqualTo("PROD orders");
        } else {
            assertThatThrownBy(() -> new Environments(stranger).named("prod"))
                    .isInstanceOf(ConfigurationFailure.class)
                    .hasMessage(file + " belongs to " + owner + ", neither to somebody nor to root");
        }
    }

    @Test
    void configurationDirectoryMayBeElsewhere() {
        Surroundings surroundings =
                new Surroundings(Map.of("XDG_CONFIG_HOME", "/elsewhere"), home, "osuser", Path.of("/sockets"));

        assertThat(surroundings.configuration()).isEqualTo(Path.of("/elsewhere/dbsh/config.toml"));
    }

    private Path config(String text) throws IOException {
        Path file = home.resolve(".config/dbsh/config.toml");
        Files.createDirectories(file.getParent());
        ScratchServer.write(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Environments environments() {
        return new Environments(surroundings());
    }

    private Connector connector() {
        return new Connector(surroundings());
    }

    private Surroundings surroundings() {
        return new Surroundings(Map.of(), home, System.getProperty("user.name"), Path.of("/sockets"));
    }
}
