package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceFileTest {
    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    Path home;

    @TempDir
    Path system;

    @BeforeEach
    void systemFilesAreTheTestsOwn() {
        variables.put("PGSYSCONFDIR", system.toString());
    }

    private static final String BROKEN = """
            host          | syntax error: no "=" in service file "%s", line 2 | write it as name=value
            hst=a         | syntax error: unknown parameter "hst" in service file "%s", line 2 | did you mean host
            host =a       | syntax error: unknown parameter "host " in service file "%s", line 2 | did you mean host
            service=other | nested service specifications not supported in service file "%s", line 2 | remove the line
            ldap://x/y    | ldap lookups are not supported in service file "%s", line 2 | write the parameters into the file
            oauth_scope=x | oauth_scope cannot be used: the driver has no OAuth in service file "%s", line 2 | remove the line
            """;

    @Test
    void sectionEndsWhereTheNextBegins() {
        own("# comment\n\n[a]\nhost=one\n  port=1  \n#port=2\n[b]\nhost=two\n");

        assertThat(read("a")).isEqualTo("host='one' port='1'");
        assertThat(read("b")).isEqualTo("host='two'");
    }

    @Test
    void firstValueCounts() {
        own("[a]\nhost=one\nhost=two\n");

        assertThat(read("a")).isEqualTo("host='one'");
    }

    @Test
    void valueIsTakenAsItIs() {
        own("[a]\noptions='-c x=y' \\\n");

        assertThat(read("a")).isEqualTo("options=''-c x=y' \\'");
    }

    @Test
    void emptySectionIsFound() {
        own("[a]\n[b]\nhost=two\n");

        assertThat(read("a")).isEmpty();
    }

    @Test
    void ownFileHidesTheSystemFileOnlyForItsServices() {
        own("[a]\nhost=own\n");
        ScratchServer.write(system.resolve("pg_service.conf"), "[a]\nhost=shared\n[b]\nhost=shared\n");

        assertThat(read("a")).isEqualTo("host='own'");
        assertThat(read("b")).isEqualTo("host='shared'");
    }

    @Test
    void variableNamesAnotherFile() {
        own("[a]\nhost=own\n");
        Path other = ScratchServer.write(home.resolve("other.conf"), "[a]\nhost=other\n");
        variables.put("PGSERVICEFILE", other.toString());

        assertThat(read("a")).isEqualTo("host='other'");
    }

    @Test
    void missingNamedFileIsAnError() {
        variables.put("PGSERVICEFILE", "/no/such/file");

        assertThatThrownBy(() -> read("a"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage("service file \"/no/such/file\" cannot be read: no such file or directory");
    }

    @Test
    void unknownServiceIsAnError() {
        own("[a]\nhost=own\n");

        assertThatThrownBy(() -> read("ab"))
                .isInstanceOfSatisfying(
                        InvalidConnection.class,
                        e -> assertThat(e.hint())
                                .isEqualTo(
                                        "add [ab] to " + home + "/.pg_service.conf or " + system + "/pg_service.conf"))
                .hasMessage("definition of service \"ab\" not found");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = BROKEN, delimiter = '|', quoteCharacter = '`')
    void brokenLineIsNamed(String line, String message, String hint) {
        Path file = own("[a]\n" + line + "\n");

        assertThatThrownBy(() -> read("a"))
                .isInstanceOfSatisfying(
                        ConfigurationFailure.class, e -> assertThat(e.hint()).isEqualTo(hint))
                .hasMessage(message, file);
    }

    @Test
    void brokenLineOfAnotherServiceDoesNotMatter() {
        own("[b]\nnonsense\n[a]\nhost=own\n[c]\nnonsense\n");

        assertThat(read("a")).isEqualTo("host='own'");
    }

    private Path own(String text) {
        return ScratchServer.write(home.resolve(".pg_service.conf"), text);
    }

    private String read(String service) {
        return ConnectionUriTest.shown(
                ServiceFile.read(service, new Surroundings(variables, home, "osuser", Path.of("/sockets"))));
    }
}
