package dev.dbsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    @TempDir
    Path directory;

    Installation dbsh;

    @BeforeEach
    void install() {
        dbsh = Installation.in(directory.resolve("dbsh-7.8.9"));
    }

    @Test
    void argumentsArriveAsTheyAre() {
        var ended = dbsh.run("-c", "select -1 as \"a b\"", "", "*", "$HOME", "it's", "two\nlines", "@file");

        assertThat(ended)
                .isEqualTo(new Shell.Ended(
                        0, "<-c>\n<select -1 as \"a b\">\n<>\n<*>\n<$HOME>\n<it's>\n<two\nlines>\n<@file>\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LANG=C", "LANG=", "LANG=xx_YY.UTF-8", "LC_ALL=C.UTF-8"})
    void charactersBeyondAsciiSurviveEveryLocale(String locale) {
        var ended = dbsh.shell()
                .run(
                        Path.of("/bin/sh"),
                        "-c",
                        "export " + locale + "; exec \"$0\" \"$(printf '\\303\\251\\342\\202\\254')\"",
                        dbsh.launcher().toString());

        assertThat(ended).isEqualTo(new Shell.Ended(0, "<\u00e9\u20ac>\n", ""));
    }

    @Test
    void worksThroughAChainOfRelativeLinksFromAnyDirectory() throws IOException {
        Path far = Files.createDirectories(directory.resolve("far/away"));
        Files.createSymbolicLink(directory.resolve("far/second"), Path.of("../dbsh-7.8.9/bin/dbsh"));
        Files.createSymbolicLink(far.resolve("first"), Path.of("../second"));

        assertThat(dbsh.shell().at(far).run(Path.of("./first"), "x").out()).isEqualTo("<x>\n");
        assertThat(dbsh.shell().at(dbsh.home()).run(Path.of("bin/dbsh"), "x").out())
                .isEqualTo("<x>\n");
        assertThat(dbsh.shell()
                        .at(dbsh.home().resolve("bin"))
                        .run(Path.of("/bin/sh"), "dbsh", "x")
                        .out())
                .isEqualTo("<x>\n");
    }

    @Test
    void worksInADirectoryWithAnOddName() {
        var odd = Installation.in(directory.resolve("o'd \"d\" $HOME `id` * ; &\nname\n"));

        assertThat(odd.run("code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
        assertThat(odd.run("code")).isEqualTo(new Shell.Ended(0, "first\n", ""));
    }

    @Test
    void aColonInThePathIsRefused() {
        var odd = Installation.in(directory.resolve("a:b"));

        assertThat(odd.run("code"))
                .isEqualTo(refused("dbsh cannot run from a directory with a colon in its name: " + odd.lib()));
    }

    @Test
    void optionsForEveryJavaAreIgnoredAndThoseForDbshCount() {
        var shell = dbsh.shell()
                .with("JAVA_TOOL_OPTIONS", "-Dprobe=injected")
                .with("JDK_JAVA_OPTIONS", "-Dprobe=injected")
                .with("_JAVA_OPTIONS", "-Dprobe=injected");

        assertThat(shell.run(dbsh.launcher(), "property", "probe")).isEqualTo(new Shell.Ended(0, "null\n", ""));
        assertThat(shell.with("DBSH_JAVA_OPTS", "-Dprobe=meant -Dother=*")
                        .run(dbsh.launcher(), "property", "probe")
                        .out())
                .isEqualTo("meant\n");
    }

    @Test
    void theExitCodePasses() {
        assertThat(dbsh.run("exit", "75").exit()).isEqualTo(75);
    }

    @Test
    void theProgramTakesTheLaunchersPlaceSoSignalsReachIt() {
        var running = dbsh.shell().start(dbsh.launcher(), "wait");
        Shell.eventually(() -> running.out().contains("\n"));

        assertThat(running.out()).isEqualTo("pid " + running.process().pid() + "\n");
        running.process().destroy();
        assertThat(running.await().exit()).isEqualTo(143);
    }

    @Test
    void versionAndHelpAloneNeedNoJava() throws IOException {
        var shell = withoutJava();

        assertThat(shell.run(dbsh.launcher(), "--version")).isEqualTo(new Shell.Ended(0, "dbsh 7.8.9\n", ""));
        assertThat(shell.run(dbsh.launcher(), "-V").out()).isEqualTo("dbsh 7.8.9\n");
        for (String help : new String[] {"help", "--help", "-?"}) {
            assertThat(shell.run(dbsh.launcher(), help)).isEqualTo(new Shell.Ended(0, "the help\n", ""));
        }
        assertThat(dbsh.run("help", "status").out()).isEqualTo("<help>\n<status>\n");
    }

    @Test
    void aMachineWithoutJavaIsToldWhatToInstall() throws IOException {
        assertThat(withoutJava().run(dbsh.launcher(), "code"))
                .isEqualTo(
                        refused("no Java found: install a Java runtime, 17 or newer, or set JAVA_HOME or DBSH_JAVA"));
    }

    @Test
    void aWrongJavaHomeIsNotPassedOverInSilence() {
        assertThat(dbsh.shell().with("JAVA_HOME", "/no/such").run(dbsh.launcher(), "code"))
                .isEqualTo(refused(
                        "no Java at /no/such/bin/java (from JAVA_HOME): " + "dbsh needs a Java runtime, 17 or newer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_392", "9", "11.0.2", "16.0.1"})
    void anOldJavaIsRefusedWithoutStartingIt(String version) throws IOException {
        Path old = fakeJava("touch \"$0.was-started\"");
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");

        assertThat(dbsh.shell().with("DBSH_JAVA", old.toString()).run(dbsh.launcher(), "code"))
                .isEqualTo(refused("Java " + version + " at " + old
                        + "/bin/java (from DBSH_JAVA) is too old: dbsh needs 17 or newer"));
        assertThat(old.resolve("bin/java.was-started")).doesNotExist();
    }

    @Test
    void aScriptThatStandsForJavaIsAsked() throws IOException {
        Path script = fakeJava("exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");

        assertThat(dbsh.shell()
                        .with("DBSH_JAVA", script.resolve("bin/java").toString())
                        .run(dbsh.launcher(), "code"))
                .isEqualTo(new Shell.Ended(0, "first\n", ""));
    }

    @Test
    void aDamagedInstallationIsNamed() throws IOException {
        Files.delete(dbsh.lib().resolve("classpath"));

        assertThat(dbsh.run("code"))
                .isEqualTo(refused(dbsh.lib() + " is incomplete: unpack the archive of dbsh again"));
    }

    private Path fakeJava(String script) throws IOException {
        Shell.script(directory.resolve("java/bin/java"), script);
        return directory.resolve("java");
    }

    private Shell withoutJava() throws IOException {
        Path tools = Shell.tools(directory.resolve("tools"), "sh", "cat", "readlink", "find", "ls", "stat", "sed");
        return dbsh.shell().with("PATH", tools.toString()).without("JAVA_HOME");
    }

    static Shell.Ended refused(String message) {
        return new Shell.Ended(78, "", "dbsh: " + message + "\ndbsh: exit=78 changed=no\n");
    }
}
