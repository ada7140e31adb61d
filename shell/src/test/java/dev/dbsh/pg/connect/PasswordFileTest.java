package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordFileTest {
    @TempDir
    Path directory;

    private static final String LINES = """
            # line                             | password
            db1:5432:app:ann:secret            | secret
            *:*:*:*:secret                     | secret
            db1:*:app:*:secret                 | secret
            db2:5432:app:ann:secret            | -
            db1:5433:app:ann:secret            | -
            db1:5432:app2:ann:secret           | -
            db1:5432:app:anna:secret           | -
            db1:5432:app:an:secret             | -
            db*:5432:app:ann:secret            | -
            db1:5432:app:ann:                  | ``
            db1:5432:app:ann:a\\:b             | a:b
            db1:5432:app:ann:a\\\\b            | a\\b
            db1:5432:app:ann:a:b               | a
            db1:5432:app:ann:\\x               | x
            \\d\\b1:5432:app:ann:secret        | secret
            db1:5432:app:ann                   | -
            #db1:5432:app:ann:secret           | -
            ` db1:5432:app:ann:secret`         | -
            `db1:5432:app:ann: se cret `       | ` se cret `
            db1:5432:app:ann:pässwörd          | pässwörd
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = LINES, delimiter = '|', nullValues = "-", quoteCharacter = '`')
    void lineGivesPassword(String line, String password) throws IOException {
        assertThat(find(line + "\n")).isEqualTo(password);
    }

    @Test
    void firstMatchingLineCounts() throws IOException {
        assertThat(find("db9:*:*:*:no\n*:5432:*:ann:first\ndb1:5432:app:ann:second\n"))
                .isEqualTo("first");
    }

    @Test
    void lastLineNeedsNoEnd() throws IOException {
        assertThat(find("a:b:c:d:e\ndb1:5432:app:ann:secret")).isEqualTo("secret");
    }

    @Test
    void carriageReturnsAreNotPartOfThePassword() throws IOException {
        assertThat(find("db1:5432:app:ann:secret\r\n")).isEqualTo("secret");
    }

    @Test
    void lineMayBeLong() throws IOException {
        String longPassword = "x".repeat(100_000);

        assertThat(find("db1:5432:app:ann:" + longPassword + "\n")).isEqualTo(longPassword);
    }

    @Test
    void colonsAndBackslashesInNamesAreEscaped() throws IOException {
        Path file = file("::1:1:x:y:no\n\\:\\:1:5432:a\\\\b:c\\:d:secret\n", "rw-------");

        assertThat(new PasswordFile(file).find("::1", 5432, "a\\b", "c:d"))
                .hasValueSatisfying(found -> assertThat(found.copy()).containsExactly("secret".toCharArray()));
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--", "rw-r-----", "rw----r--", "rw------x", "rw--w----"})
    void fileThatOthersReachIsRefused(String mode) throws IOException {
        Path file = file("*:*:*:*:secret\n", mode);

        assertThatThrownBy(() -> new PasswordFile(file).find("db1", 5432, "app", "ann"))
                .isInstanceOfSatisfying(
                        ConfigurationFailure.class, e -> assertThat(e.hint()).isEqualTo("chmod 600 " + file))
                .hasMessage("password file \"" + file + "\" has group or world access");
    }

    @Test
    void directoryIsRefused() {
        assertThatThrownBy(() -> new PasswordFile(directory).find("db1", 5432, "app", "ann"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage("password file \"" + directory + "\" is not a plain file");
    }

    @Test
    void missingFileIsNoPassword() {
        assertThat(new PasswordFile(directory.resolve("none")).find("db1", 5432, "app", "ann"))
                .isEmpty();
    }

    @Test
    void nullDeviceSwitchesTheFileOff() {
        assertThat(new PasswordFile(Path.of("/dev/null")).find("db1", 5432, "app", "ann"))
                .isEmpty();
    }

    private String find(String content) throws IOException {
        return new PasswordFile(file(content, "rw-------"))
                .find("db1", 5432, "app", "ann")
                .map(found -> new String(found.copy()))
                .orElse(null);
    }

    private Path file(String content, String mode) throws IOException {
        Path file = Files.writeString(directory.resolve("pgpass"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
