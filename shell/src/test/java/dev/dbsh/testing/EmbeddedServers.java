package dev.dbsh.testing;

import dev.dbsh.demo.EmbeddedPostgres;
import dev.dbsh.demo.Login;
import java.nio.file.Path;

/** The server programs that the build lays into {@code target/pg}. */
final class EmbeddedServers implements ServerSource {
    private static final Path BINARIES = Path.of("target/pg").toAbsolutePath();

    @Override
    public boolean offers(int major) {
        return EmbeddedPostgres.majors(BINARIES).contains(major);
    }

    @Override
    public Login start(int major) {
        return EmbeddedPostgres.start(BINARIES, major, TestServer.SETTINGS, System.out::println)
                .login();
    }

    @Override
    public String description() {
        return "embedded";
    }
}
