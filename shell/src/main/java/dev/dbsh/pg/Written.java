package dev.dbsh.pg;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What identifies a transaction that has written, read just before its COMMIT is sent.
 *
 * @param xid its number
 * @param position how far the write-ahead log was by then, in bytes: what it wrote lies before
 * @param microseconds the server's clock by then, since 1970
 */
record Written(String xid, long position, long microseconds) {

    static Written read(ResultSet row) throws SQLException {
        return new Written(
                row.getString("xid"), row.getBigDecimal("log_position").longValueExact(), (long)
                        (row.getDouble("now_seconds") * 1_000_000));
    }
}
