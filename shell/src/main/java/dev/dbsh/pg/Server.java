package dev.dbsh.pg;

import java.sql.SQLException;

/**
 * What the server said of itself and of this session right after connecting.
 *
 * @param driverPid the pid in the protocol's key data; a pooler makes one up
 * @param backendPid the pid of the process that answered
 * @param standby true while it is in recovery
 * @param readOnly true when a statement that writes is refused unless the session asks for more
 * @param ownAddress where the server itself listens, whatever is between: host and port, or the port alone
 * @param systemUser the role that logged in, before any {@code set role}
 */
public record Server(
        ServerVersion version,
        String database,
        String user,
        String systemUser,
        boolean superuser,
        boolean standby,
        boolean readOnly,
        int driverPid,
        int backendPid,
        boolean statsHidden,
        String ownAddress) {

    static Server read(Row row, int driverPid) throws SQLException {
        return new Server(
                new ServerVersion((int) row.number("version_number"), row.text("version_text")),
                row.text("database"),
                row.text("current_role_name"),
                row.text("login_role_name"),
                row.flag("superuser"),
                row.flag("standby"),
                row.flag("read_only"),
                driverPid,
                (int) row.number("backend_pid"),
                row.flag("stats_hidden"),
                row.text("own_address"));
    }

    /** True when something between us and the server shares its connections; session settings do not hold then. */
    public boolean isPooled() {
        return driverPid != backendPid;
    }

    /** What to do when the way through a pooler does not do. */
    public String wayAround() {
        return "connect to the server's own port: " + ownAddress;
    }

    /** True where typed statements can be allowed to write. */
    public boolean canWrite() {
        return !standby && !isPooled();
    }

    /** True when a typed statement may write: asked for, and possible here. */
    public boolean mayWrite() {
        return !readOnly && canWrite();
    }
}
