package dev.dbsh.sql;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of {@code sql/split}: psql, which logs what it sends, makes the same statements of them. */
class PsqlSplitTest {
    private static TestDatabase database;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        database = TestDatabase.open(TestServer.newest().major(), "empty");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.dbsh.sql.SplitterCorpusTest#files")
    void psqlSendsTheSameStatements(String name) throws IOException, InterruptedException {
        Path file = SplitterCorpusTest.FILES.resolve(name).toAbsolutePath();
        database.execute("drop schema public cascade; create schema public");
        PsqlRun psql = PsqlRun.of(file, database.login(), directory);
        List<String> ours = new AsPsql(Files.readAllBytes(file), psql.refused()).sent();

        String reason = differences().get(name);
        if (reason == null) {
            assertThat(ours).containsExactlyElementsOf(psql.sent());
        } else {
            assertThat(ours).as("no longer different: %s", reason).isNotEqualTo(psql.sent());
        }
    }

    private static Map<String, String> differences() throws IOException {
        return Files.readAllLines(SplitterCorpusTest.FILES.resolve("differences.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .collect(toMap(parts -> parts[0], parts -> parts[1]));
    }
}
