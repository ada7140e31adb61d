package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A standby with the primary that it follows, both of the newest major version installed here. */
public final class Standby implements AutoCloseable {
    private final InstalledPostgres primary;
    private final InstalledPostgres standby;

    private Standby(InstalledPostgres primary, InstalledPostgres standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** False where only embedded servers are: they come without {@code pg_basebackup}. */
    public static boolean isPossible() {
        return InstalledPostgres.newest().isPresent();
    }

    public static Standby start() {
        int major = InstalledPostgres.newest().orElseThrow();
        InstalledPostgres primary = InstalledPostgres.initialised(major);
        Runtime.getRuntime().addShutdownHook(new Thread(primary::close, "primary-stop"));
        primary.start(TestServer.SETTINGS);
        InstalledPostgres standby = InstalledPostgres.copyOf(primary, major);
        Runtime.getRuntime().addShutdownHook(new Thread(standby::close, "standby-stop"));
        standby.start(TestServer.SETTINGS);
        return new Standby(primary, standby);
    }

    public Login primary() {
        return primary.login();
    }

    public Login login() {
        return standby.login();
    }

    /** Makes the standby a primary. */
    public void promote() {
        one(login(), "select pg_promote()");
    }

    /** Waits until the standby has all that the primary has written so far. */
    public void awaitReplay() {
        String written = one(primary(), "select pg_current_wal_lsn()");
        Waiting.until(
                "standby has replayed " + written,
                () -> "t".equals(one(login(), "select pg_last_wal_replay_lsn() >= '" + written + "'")));
    }

    private static String one(Login login, String query) {
        try (Connection connection = login.open("dbsh-test");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        standby.close();
        primary.close();
    }
}
