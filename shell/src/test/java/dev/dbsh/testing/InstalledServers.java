package dev.dbsh.testing;

import dev.dbsh.demo.Login;

/** The server programs that a package of the operating system brought. */
final class InstalledServers implements ServerSource {

    @Override
    public boolean offers(int major) {
        return InstalledPostgres.isThere(major);
    }

    @Override
    public Login start(int major) {
        InstalledPostgres server = InstalledPostgres.initialised(major);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "installed-postgres-stop"));
        server.start(TestServer.SETTINGS);
        return server.login();
    }

    @Override
    public String description() {
        return "installed";
    }
}
