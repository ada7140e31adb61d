package dev.dbsh.pg;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells the errors that end a connection from those that it survives. */
final class Breakage {
    private Breakage() {}

    /** Not every error of class 08 ends the session: a statement with a zero byte is only refused. */
    static boolean isOf(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException answer ? answer.getServerErrorMessage() : null;
        String severity = server == null ? null : server.getSeverity();
        String state = e.getSQLState();
        if ("FATAL".equals(severity) || "PANIC".equals(severity)) {
            return true;
        }
        return state != null
                && (state.startsWith("57P0")
                        || state.equals("25P03")
                        || (state.startsWith("08") && !state.equals("08P01")));
    }
}
