package dev.dbsh.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.InstalledPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL's own regression files, which are not part of this repository: {@code -Dregress.sql=} names the directory
 * {@code src/test/regress/sql} of its sources. psql runs them on a server that is thrown away, and every difference from
 * what it sends has to be listed with its reason.
 */
@EnabledIfSystemProperty(named = "regress.sql", matches = ".+")
class RegressionFilesTest {
    private static final Path LISTED = Path.of("src/test/resources/sql/regression-differences.txt");

    @TempDir
    Path directory;

    @Test
    void psqlSendsTheSameStatements() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        Alignment.Counts counts = new Alignment.Counts();
        try (InstalledPostgres server =
                InstalledPostgres.initialised(InstalledPostgres.newest().orElseThrow())) {
            server.start(List.of("fsync=off"));
            for (Path file : files()) {
                PsqlRun psql = PsqlRun.of(file, server.login(), directory);
                List<String> ours = new AsPsql(Files.readAllBytes(file), psql.refused()).sent();
                Alignment alignment = new Alignment(psql.sent(), ours, counts);
                alignment.differences().forEach(difference -> found.add(file.getFileName() + " " + difference));
            }
        }

        System.out.println("regression files: " + counts + ", " + found.size() + " differences");
        assertThat(found).containsExactlyElementsOf(listed());
    }

    /** First the one that makes what the others need. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("regress.sql")))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing((Path file) -> !file.endsWith("test_setup.sql"))
                            .thenComparing(Path::toString))
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }

    /** Each line is a difference, two blanks or more, and its reason. */
    private static List<String> listed() throws IOException {
        return Files.readAllLines(LISTED).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" {2,}", 2)[0])
                .toList();
    }
}
