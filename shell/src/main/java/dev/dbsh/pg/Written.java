package dev.dbsh.pg;

import java.math.BigDecimal;
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

    /** Reads the values as the server writes them. */
    static Written of(String xid, String position, String seconds) {
        return new Written(
                xid, new BigDecimal(position).longValueExact(), (long) (Double.parseDouble(seconds) * 1_000_000));
    }

    static Written read(ResultSet row) throws SQLException {
        return new Written(
                row.getString("xid"), row.getBigDecimal("log_position").longValueExact(), (long)
                        (row.getDouble("now_seconds") * 1_000_000));
    }
}
