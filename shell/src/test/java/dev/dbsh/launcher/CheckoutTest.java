package dev.dbsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a checkout whose Maven counts its runs and puts a ready-made lib into place. */
class CheckoutTest {

    private static final String BUILDING = "dbsh: building; the first time this takes a minute\n";
    private static final String MAVEN = """
            echo x >>builds
            mkdir -p shell/target/lib
            cp ready/* shell/target/lib/
            touch shell/target/lib/built
            """;

    @TempDir
    Path directory;

    Path top;
    Path dbsh;

    @BeforeEach
    void checkOut() throws IOException {
        top = directory.resolve("a checkout");
        dbsh = top.resolve("shell/dbsh");
        for (String file : new String[] {"pom.xml", ".mvn/jvm.config", "shell/pom.xml", "shell/src/main/java/A.java"}) {
            Files.createDirectories(top.resolve(file).getParent());
            Files.writeString(top.resolve(file), "");
        }
        Files.copy(Path.of("dbsh"), dbsh);
        Installation.fillLib(top.resolve("ready"));
        Shell.script(top.resolve("mvnw"), MAVEN);
    }

    @Test
    void theFirstStartBuildsAndTheNextDoesNot() throws IOException {
        assertThat(run("code")).isEqualTo(new Shell.Ended(0, "first\n", BUILDING));
        assertThat(run("code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", ".mvn/jvm.config", "shell/pom.xml", "shell/src/main/java/A.java"})
    void aNewerFileBuildsAgain(String file) throws IOException {
        run("code");
        makeEverythingOld();
        assertThat(run("code").err()).isEmpty();
        Files.writeString(top.resolve(file), "changed");

        assertThat(run("code").err()).isEqualTo(BUILDING);
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aDeletedSourceBuildsAgain() throws IOException {
        run("code");
        makeEverythingOld();
        Files.delete(top.resolve("shell/src/main/java/A.java"));

        assertThat(run("code").err()).isEqualTo(BUILDING);
    }

    @Test
    void aBuildThatFailsShowsMavensWords() throws IOException {
        Shell.script(top.resolve("mvnw"), "echo '[ERROR] it does not compile'; exit 1");

        assertThat(run("code"))
                .isEqualTo(new Shell.Ended(
                        70,
                        "",
                        BUILDING + "[ERROR] it does not compile\n"
                                + "dbsh: the build failed; Maven's words are above and in " + top
                                + "/shell/target/build.log\ndbsh: exit=70 changed=no\n"));
    }

    @Test
    void startsAtTheSameTimeBuildOnce() throws IOException {
        buildOnce(shell());
    }

    @Test
    void startsAtTheSameTimeBuildOnceWithoutFlockToo() throws IOException {
        buildOnce(shell().with("PATH", toolsWithoutFlock().toString()));
    }

    @Test
    void theLockOfAStartThatDiedIsTakenOver() throws IOException {
        Path lock = Files.createDirectories(top.resolve("shell/target/build.lock.d"));
        // No process has a number this high.
        Files.writeString(lock.resolve("pid"), "999999999\n");

        assertThat(shell().with("PATH", toolsWithoutFlock().toString()).run(dbsh, "code"))
                .isEqualTo(new Shell.Ended(0, "first\n", BUILDING));
        assertThat(lock).doesNotExist();
    }

    @Test
    void onlyTheDemoSeesTheDemosJars() throws IOException {
        run("code");
        Path extra =
                Files.createDirectories(top.resolve("shell/target/demo-lib")).resolve("extra.jar");
        Files.copy(top.resolve("ready/dbsh-test.jar"), extra);
        Path jar = top.resolve("shell/target/lib/dbsh-test.jar");

        assertThat(run("property", "java.class.path").out()).isEqualTo(jar + "\n");
        assertThat(run("property", "java.class.path", "demo").out()).isEqualTo(jar + ":" + extra + "\n");
    }

    private void buildOnce(Shell shell) throws IOException {
        // Maven only goes on when another start is known to wait for it.
        Shell.script(top.resolve("mvnw"), "while [ ! -e go ]; do sleep 0.1; done\n" + MAVEN);
        var first = shell.start(dbsh, "code");
        Shell.eventually(() -> first.err().equals(BUILDING));
        var second = shell.start(dbsh, "code");
        Shell.eventually(() -> Files.exists(top.resolve("shell/target/build.lock.d"))
                || second.err().contains("waiting"));
        Files.writeString(top.resolve("go"), "");

        assertThat(first.await()).isEqualTo(new Shell.Ended(0, "first\n", BUILDING));
        assertThat(second.await().out()).isEqualTo("first\n");
        assertThat(builds()).isEqualTo(1);
    }

    private Path toolsWithoutFlock() throws IOException {
        return Shell.tools(
                directory.resolve("tools"),
                "sh cat readlink find ls stat sed mkdir rm cp touch sleep mv sync nice locale".split(" "));
    }

    private Shell shell() {
        return new Shell(directory).with("HOME", directory.toString());
    }

    private Shell.Ended run(String... arguments) {
        return shell().run(dbsh, arguments);
    }

    private long builds() throws IOException {
        return Files.readAllLines(top.resolve("builds")).size();
    }

    private void makeEverythingOld() throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.filter(file -> !file.startsWith(top.resolve("shell/target")))
                    .toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        }
    }
}
