package dev.dbsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** mvnw in a project of its own, with a distribution from a server of its own. */
class MavenWrapperTest {

    private static final String[] TOOLS =
            "sh readlink dirname sed mkdir rm mv tar gzip curl wget sha512sum shasum".split(" ");

    @TempDir
    Path directory;

    Path project;
    Path userHome;
    HttpServer server;
    String url;
    String checksum;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException {
        assumeTrue(Shell.has("curl") || Shell.has("wget"), "mvnw downloads with curl or wget");
        project = Files.createDirectories(directory.resolve("a project/.mvn/wrapper"))
                .getParent()
                .getParent();
        userHome = directory.resolve("user home");
        Files.copy(Path.of("../mvnw"), project.resolve("mvnw"));
        byte[] distribution = distribution();
        checksum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(distribution));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, distribution.length);
            exchange.getResponseBody().write(distribution);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/apache-maven-9.9.9-bin.tar.gz";
        writeProperties(url, checksum);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void aNewEnoughMavenOnThePathIsUsedAsItIs() throws IOException {
        for (String version : new String[] {"3.8.6", "3.8.10", "3.10.0", "4.0.0-rc-4"}) {
            assertThat(shellWithMaven(version).run(mvnw(), "verify").out())
                    .as(version)
                    .isEqualTo("path <verify>\n");
        }
        assertThat(userHome).doesNotExist();
    }

    @Test
    void anOlderOneIsReplacedByThePinnedOneOnce() throws IOException {
        var shell = shellWithMaven("3.8.5");

        assertThat(shell.run(mvnw(), "-q", "a b"))
                .isEqualTo(new Shell.Ended(
                        0,
                        "pinned <-q><a b>\n",
                        "mvnw: no Maven 3.8.6 or newer on the PATH, downloading " + url + "\n"));
        assertThat(shell.run(mvnw(), "verify")).isEqualTo(new Shell.Ended(0, "pinned <verify>\n", ""));
    }

    @Test
    void fromOutsideTheProjectItIsStillTheProjectThatIsBuilt() throws IOException {
        var shell = shell().at(directory);

        assertThat(shell.run(mvnw(), "verify").out()).isEqualTo("pinned <-f><" + project + "/pom.xml><verify>\n");
        assertThat(shell.run(mvnw(), "-f", "other.xml").out()).isEqualTo("pinned <-f><other.xml>\n");
    }

    @Test
    void aWrongChecksumInstallsNothing() throws IOException {
        String wrong = checksum.replaceAll("[0-7]", "8");
        writeProperties(url, wrong);

        var ended = shell().run(mvnw(), "verify");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .endsWith("mvnw: wrong checksum of " + url + ": expected " + wrong + ", found " + checksum
                        + "; nothing was installed\n");
        assertThat(installed()).isEmpty();
    }

    @Test
    void aServerOutOfReachIsSaid() throws IOException {
        server.stop(0);

        var ended = shell().run(mvnw(), "verify");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err())
                .endsWith("mvnw: cannot download " + url + ": install Maven, or see to the network or the proxy\n");
        assertThat(installed()).isEmpty();
    }

    @Test
    void twoAtTheSameTimeDoNotDisturbEachOther() throws IOException {
        var shell = shell();
        var first = shell.start(mvnw(), "one");
        var second = shell.start(mvnw(), "two");

        assertThat(first.await().out()).isEqualTo("pinned <one>\n");
        assertThat(second.await().out()).isEqualTo("pinned <two>\n");
        assertThat(installed()).hasSize(1);
        try (Stream<Path> files = Files.list(installed().get(0))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("bin");
        }
    }

    private byte[] distribution() throws IOException {
        Path work = directory.resolve("work");
        Shell.script(work.resolve("apache-maven-9.9.9/bin/mvn"), reporting("pinned"));
        Path archive = work.resolve("maven.tar.gz");
        new Shell(work).run(Path.of("tar"), "-czf", archive.toString(), "apache-maven-9.9.9");
        return Files.readAllBytes(archive);
    }

    private static String reporting(String name) {
        return "printf '" + name + " '; for a; do printf '<%s>' \"$a\"; done; echo";
    }

    private void writeProperties(String address, String sum) throws IOException {
        Files.writeString(
                project.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "minimumVersion=3.8.6\ndistributionUrl=" + address + "\ndistributionSha512Sum=" + sum + "\n");
    }

    private Shell shell() throws IOException {
        Path tools = Shell.tools(directory.resolve("tools"), TOOLS);
        return new Shell(project).with("PATH", tools.toString()).with("MAVEN_USER_HOME", userHome.toString());
    }

    private Shell shellWithMaven(String version) throws IOException {
        Shell shell = shell();
        Shell.script(
                directory.resolve("tools/mvn"),
                "if [ \"$1\" = -v ]; then printf '\\033[1mApache Maven " + version + "\\033[m\\n'; exit; fi\n"
                        + reporting("path"));
        return shell;
    }

    private Path mvnw() {
        return project.resolve("mvnw");
    }

    private List<Path> installed() throws IOException {
        Path distributions = userHome.resolve("wrapper/dists");
        if (!Files.exists(distributions)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(distributions)) {
            return files.toList();
        }
    }
}
