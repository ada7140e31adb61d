package dev.dbsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchiveTest {

    @TempDir
    Path directory;

    Installation dbsh;

    @BeforeEach
    void install() throws IOException {
        dbsh = Installation.in(directory.resolve("dbsh-7.8.9"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void theFirstStartMakesOneAndEveryStartRunsFromIt() throws IOException {
        assertThat(loadedFromArchive(dbsh.shell())).isTrue();
        FileTime made = Files.getLastModifiedTime(onlyArchive(dbsh.lib()));

        assertThat(loadedFromArchive(dbsh.shell())).isTrue();
        assertThat(Files.getLastModifiedTime(onlyArchive(dbsh.lib()))).isEqualTo(made);
        assertThat(names(dbsh.lib(), ".new")).isEmpty();
    }

    @Test
    void aTruncatedOneIsMadeAgain() throws IOException {
        dbsh.run("code");
        Path archive = onlyArchive(dbsh.lib());
        long whole = Files.size(archive);
        truncate(archive, whole / 2);

        assertThat(dbsh.run("code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(Files.size(onlyArchive(dbsh.lib()))).isEqualTo(whole);
    }

    @Test
    void oneThatWasWrittenToIsMadeAgain() throws IOException {
        dbsh.run("code");
        Path archive = onlyArchive(dbsh.lib());
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
        Files.write(archive, new byte[(int) Files.size(archive)]);
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));

        assertThat(dbsh.run("code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(loadedFromArchive(dbsh.shell())).isTrue();
    }

    @Test
    void aReplacedJarRunsItsNewCode() throws IOException {
        dbsh.run("code");
        Installation.writeProbe(dbsh.lib().resolve("dbsh-test.jar"), "later and longer");

        assertThat(dbsh.run("code").out()).isEqualTo("later and longer\n");
        assertThat(loadedFromArchive(dbsh.shell())).isTrue();
    }

    @Test
    void aReplacedJarOfTheSameSizeAndAgeRunsItsNewCode() throws IOException {
        dbsh.run("code");
        Path jar = dbsh.lib().resolve("dbsh-test.jar");
        FileTime modified = Files.getLastModifiedTime(jar);
        long size = Files.size(jar);
        Installation.writeProbe(jar, "tsrif");
        Files.setLastModifiedTime(jar, modified);
        Files.writeString(dbsh.lib().resolve("classpath"), "build-2\ndbsh-test.jar\n");

        assertThat(Files.size(jar)).isEqualTo(size);
        assertThat(dbsh.run("code").out()).isEqualTo("tsrif\n");
    }

    @Test
    void aMovedInstallationMakesItsOwn() throws IOException {
        dbsh.run("code");
        var moved = new Installation(Files.move(dbsh.home(), directory.resolve("elsewhere")));

        assertThat(loadedFromArchive(moved.shell())).isTrue();
        onlyArchive(moved.lib());
    }

    @Test
    void anotherVersionReplacesTheFormerOne() throws IOException {
        dbsh.run("code");
        Files.writeString(dbsh.lib().resolve("VERSION"), "7.9.0\n");
        dbsh.run("code");

        assertThat(onlyArchive(dbsh.lib()).getFileName().toString()).startsWith("dbsh-7.9.0-");
    }

    @Test
    void firstStartsAtTheSameTimeDoNotDisturbEachOther() throws IOException {
        var shell = dbsh.shell();
        var starts = Stream.generate(() -> shell.start(dbsh.launcher(), "code"))
                .limit(4)
                .toList();

        assertThat(starts).extracting(Shell.Running::await).containsOnly(new Shell.Ended(0, "first\n", ""));
        assertThat(loadedFromArchive(shell)).isTrue();
        onlyArchive(dbsh.lib());
        assertThat(names(dbsh.lib(), ".new")).isEmpty();
    }

    @Test
    void whatAKilledStartLeftIsRemoved() throws IOException {
        Files.writeString(dbsh.lib().resolve("dbsh-7.8.9-x.new"), "half");
        dbsh.run("code");

        assertThat(names(dbsh.lib(), ".new")).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsNotTriedAtEveryStart() throws IOException {
        Files.writeString(dbsh.lib().resolve("dbsh.classlist"), "@no-such-line\n");

        assertThat(dbsh.run("code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(names(dbsh.lib(), ".failed")).hasSize(1);
        assertThat(names(dbsh.lib(), ".new")).isEmpty();
        Files.writeString(dbsh.lib().resolve("dbsh.classlist"), "java/lang/Object\n");
        dbsh.run("code");
        assertThat(names(dbsh.lib(), ".jsa")).isEmpty();
    }

    @Test
    void whereTheJarsCannotBeWrittenItIsInTheUsersCache() throws IOException {
        Path cache = cacheDirectory("rwx------");
        var shell = readOnly().with("XDG_CACHE_HOME", cache.toString());

        assertThat(shell.run(dbsh.launcher(), "code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(names(dbsh.lib(), ".jsa")).isEmpty();
        Path made = cache.resolve("dbsh");
        onlyArchive(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(loadedFromArchive(shell)).isTrue();
    }

    @Test
    void aCacheThatOthersCanWriteToIsNotUsed() throws IOException {
        Path cache = cacheDirectory("rwx------");
        var shell = readOnly().with("XDG_CACHE_HOME", cache.toString());
        shell.run(Path.of("/bin/mkdir"), "-m", "777", cache.resolve("dbsh").toString());

        assertThat(shell.run(dbsh.launcher(), "code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(names(cache.resolve("dbsh"), "")).isEmpty();
    }

    @Test
    void aCacheOfSomebodyElseIsNotUsed() throws IOException {
        assumeTrue(Shell.isRoot(), "only root can make a directory of somebody else");
        Path cache = cacheDirectory("rwx------");
        Files.createDirectory(
                cache.resolve("dbsh"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        assertThat(readOnly().with("XDG_CACHE_HOME", cache.toString()).run(dbsh.launcher(), "code"))
                .isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(names(cache.resolve("dbsh"), "")).isEmpty();
    }

    @Test
    void withoutAnyPlaceForItTheProgramRunsAllTheSame() throws IOException {
        assertThat(readOnly().without("HOME").run(dbsh.launcher(), "code"))
                .isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(readOnly().with("HOME", "/proc").run(dbsh.launcher(), "code"))
                .isEqualTo(new Shell.Ended(0, "first\n", ""));
    }

    @Test
    void atATerminalNobodyWaitsForIt() {
        assumeTrue(Shell.has("script"), "script gives the program a terminal");
        var ended = dbsh.shell().run(Path.of("script"), "-qec", "'" + dbsh.launcher() + "' code", "/dev/null");

        assertThat(ended.out()).isEqualTo("first\r\n");
        Shell.eventually(() -> names(dbsh.lib(), ".stamp").size() == 1);
    }

    @Test
    void thePromptHasOneOfItsOwnThatCommandsDoWithout() throws IOException {
        assumeTrue(Shell.has("script"), "script gives the program a terminal");
        Files.writeString(
                dbsh.lib().resolve("dbsh.classlist"), "java/lang/Object\n@cp no/such 1\n# prompt\ndev/dbsh/app/Main\n");
        Files.writeString(dbsh.lib().resolve("help.txt"), "commands:\n  code   tells which one runs\n");
        assertThat(loadedFromArchive(dbsh.shell())).isFalse();
        Path small = onlyArchive(dbsh.lib());

        onTerminal("-U code anywhere");
        Shell.eventually(() -> names(dbsh.lib(), ".stamp").size() == 2);
        assertThat(names(dbsh.lib(), "-prompt.jsa")).hasSize(1);
        assertThat(onTerminal("-U code anywhere")).contains("dev.dbsh.app.Main source: shared objects file");
        assertThat(onTerminal("-U me code")).contains("dev.dbsh.app.Main source: file:");
        assertThat(onTerminal("-c anything")).contains("dev.dbsh.app.Main source: file:");
        assertThat(small).exists();
        assertThat(names(dbsh.lib(), ".new")).isEmpty();
    }

    private String onTerminal(String arguments) throws IOException {
        Path log = Files.createTempFile(directory, "classes", ".log");
        dbsh.shell()
                .with("DBSH_JAVA_OPTS", "-Xlog:class+load=info:file=" + log)
                .run(Path.of("script"), "-qec", "'" + dbsh.launcher() + "' " + arguments, "/dev/null");
        return Files.readString(log);
    }

    private Shell readOnly() throws IOException {
        for (String path : List.of("lib", ".")) {
            Files.setPosixFilePermissions(dbsh.home().resolve(path), PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        return dbsh.shell().unprivileged();
    }

    private Path cacheDirectory(String mode) throws IOException {
        Path cache = Files.createDirectory(directory.resolve("cache"));
        if (Shell.isRoot()) {
            dbsh.shell().run(Path.of("chown"), "65534:65534", cache.toString());
        }
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString(mode));
        return cache;
    }

    private boolean loadedFromArchive(Shell shell) throws IOException {
        Path log = Files.createTempFile(directory, "classes", ".log");
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path launcher = shell.directory().resolve("bin/dbsh");
        shell.with("DBSH_JAVA_OPTS", "-Xlog:class+load=info:file=" + log).run(launcher, "code");
        return Files.readString(log)
                .lines()
                .anyMatch(line -> line.contains("dev.dbsh.app.Main source: shared objects file"));
    }

    private static Path onlyArchive(Path directory) throws IOException {
        List<Path> archives = names(directory, ".jsa");
        assertThat(archives).hasSize(1);
        return archives.get(0);
    }

    private static void truncate(Path file, long size) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static List<Path> names(Path directory, String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
