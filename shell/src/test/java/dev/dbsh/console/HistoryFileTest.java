package dev.dbsh.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("dbsh").resolve("history");
    }

    @Test
    void entriesComeBackAsTheyWereTyped() {
        List<String> texts = List.of("select 1", "select 'a\\nb',\n  '\\'", "\u65e5\u672c \ud83d\ude00", "tab\there");
        HistoryFile history = HistoryFile.at(file);
        texts.forEach(text -> history.add(entry(text)));

        assertThat(texts(HistoryFile.at(file))).isEqualTo(texts);
        assertThat(history.takeWarning()).isEmpty();
    }

    @Test
    void severalShellsKeepEachOthersEntries() {
        HistoryFile one = HistoryFile.at(file);
        HistoryFile other = HistoryFile.at(file);
        one.add(entry("first"));
        other.add(entry("second"));
        one.add(entry("third"));

        assertThat(texts(HistoryFile.at(file))).containsExactly("first", "second", "third");
    }

    @Test
    void oldEntriesGoWhenThereAreTooMany() throws IOException {
        HistoryFile.at(file);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_001; i++) {
            lines.append("1000:select ").append(i).append('\n');
        }
        Files.writeString(file, lines);

        assertThat(texts(HistoryFile.at(file))).hasSize(5_000).startsWith("select 5001");
        assertThat(Files.readAllLines(file)).hasSize(5_000).endsWith("1000:select 10000");
    }

    @Test
    void damagedLinesArePassedOver() throws IOException {
        HistoryFile.at(file);
        Files.write(
                file,
                "no colon\n:x\n99999999999999999999:x\n1000:good\\\n\n1000:\377\376\n12:half".getBytes("ISO-8859-1"));

        assertThat(texts(HistoryFile.at(file))).containsExactly("good\\", "\ufffd\ufffd", "half");
    }

    @Test
    void widerPermissionsAreTakenBack() throws IOException {
        HistoryFile.at(file).add(entry("x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(texts(HistoryFile.at(file))).containsExactly("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void symbolicLinkInTheWayIsRefused() throws IOException {
        Path elsewhere = Files.createFile(directory.resolve("elsewhere"));
        Files.createDirectory(file.getParent());
        Files.createSymbolicLink(file, elsewhere);

        refused(file + " is a symbolic link");
        assertThat(elsewhere).isEmptyFile();
    }

    @Test
    void symbolicLinkForTheDirectoryIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(file.getParent(), elsewhere);

        refused(file.getParent() + " is a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void directoryInTheWayIsRefused() throws IOException {
        Files.createDirectories(file);

        refused(file + " is not a regular file");
    }

    @Test
    void interruptLosesNothing() {
        HistoryFile history = HistoryFile.at(file);
        Thread.currentThread().interrupt();
        history.add(entry("kept"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(texts(HistoryFile.at(file))).containsExactly("kept");
    }

    private void refused(String why) {
        HistoryFile history = HistoryFile.at(file);
        history.add(entry("x"));

        assertThat(history.takeWarning()).contains("the history is kept in memory only: " + why);
        assertThat(history.takeWarning()).isEmpty();
        assertThat(texts(history)).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\password app",
                "ALTER ROLE app\n WITH LOGIN PASSWORD 'x'",
                "create user app encrypted password 'x'",
                "connect postgresql://app:x@db1/shop",
                "connect 'host=db1 password=x'",
                "select dblink_connect('host=db1 PassWord = x')",
                "set my.password to 'x'",
                "create user mapping for app server s options (user 'a', password 'x')"
            })
    void lineWithPasswordIsNotForTheHistory(String text) {
        assertThat(Secrets.mayBeIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select password_changed_at from users",
                "alter role app nologin",
                "describe passwords",
                "connect postgresql://app@db1/shop",
                "select 'a://b' || c"
            })
    void lineWithoutPasswordIs(String text) {
        assertThat(Secrets.mayBeIn(text)).isFalse();
    }

    private static HistoryFile.Entry entry(String text) {
        return new HistoryFile.Entry(Instant.ofEpochMilli(1_000), text);
    }

    private static List<String> texts(HistoryFile history) {
        return history.entries().stream().map(HistoryFile.Entry::text).toList();
    }
}
