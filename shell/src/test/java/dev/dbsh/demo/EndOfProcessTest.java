package dev.dbsh.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a server when the process that started it ends in another way than it planned. */
@Timeout(120)
class EndOfProcessTest {
    private Process process;
    private Path data;
    private ProcessHandle postmaster;

    @AfterEach
    void end() throws IOException {
        process.destroyForcibly();
        if (data != null) {
            new Postmaster(data).stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void signalLeavesNothing(String signal) throws Exception {
        start(System.getenv("PATH"));

        signal(signal);
        process.waitFor();

        assertThat(postmaster.isAlive()).isFalse();
        assertThat(directory()).doesNotExist();
    }

    @Test
    void killedProcessTakesItsServerAlong() throws Exception {
        start(System.getenv("PATH"));

        signal("KILL");

        postmaster.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void nextStartRemovesTheDirectoryOfKilledOne() throws Exception {
        start(System.getenv("PATH"));
        signal("KILL");
        process.waitFor();

        startAnother();

        assertThat(directory()).doesNotExist();
    }

    @Test
    void nextStartEndsTheServerThatOutlivedItsProcess(@TempDir Path programs) throws Exception {
        start(pathWithoutSetpriv(programs));
        signal("KILL");
        process.waitFor();
        assertThat(postmaster.isAlive()).isTrue();

        startAnother();

        assertThat(postmaster.isAlive()).isFalse();
        assertThat(directory()).doesNotExist();
    }

    @Test
    void serverOfLivingProcessIsLeftAlone() throws Exception {
        start(System.getenv("PATH"));

        startAnother();

        assertThat(postmaster.isAlive()).isTrue();
        assertThat(directory()).exists();
    }

    private void start(String path) throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerForever.class.getName(),
                EmbeddedPostgresTest.BINARIES.toString());
        java.environment().put("PATH", path);
        process = java.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        data = Path.of(output.readLine());
        postmaster = new Postmaster(data).find().orElseThrow();
    }

    private static void startAnother() {
        EmbeddedPostgres.start(EmbeddedPostgresTest.BINARIES, 18, List.of(), progress -> {})
                .close();
    }

    // Without setpriv nothing ties the server to its process.
    private static String pathWithoutSetpriv(Path programs) throws IOException {
        Set<PosixFilePermission> everybody = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(programs, everybody);
        for (String program : List.of("setsid", "runuser", "id", "test", "sh")) {
            Path usual = Path.of("/usr/bin", program);
            Path original = Files.exists(usual) ? usual : Path.of("/usr/sbin", program);
            Path wrapper = programs.resolve(program);
            Files.writeString(wrapper, "#!/bin/sh\nexec " + original + " \"$@\"\n");
            Files.setPosixFilePermissions(wrapper, everybody);
        }
        return programs.toString();
    }

    private void signal(String name) throws IOException {
        Program.run(List.of("sh", "-c", "kill -" + name + " \"$0\"", Long.toString(process.pid())));
    }

    private Path directory() {
        return data.getParent().getParent();
    }
}
