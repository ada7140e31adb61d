package dev.dbsh.pg.wire;

import org.postgresql.core.Oid;

/**
 * A column of a result, as the server announced it.
 *
 * @param type the number of the type in {@code pg_type}
 */
public record ResultColumn(String name, int type) {

    /** True for the types whose values line up on the right. */
    public boolean isNumeric() {
        return isInteger() || isFloating() || type == Oid.NUMERIC || type == Oid.MONEY;
    }

    /** True for the types whose values are whole numbers of at most 64 bits. */
    public boolean isInteger() {
        return switch (type) {
            case Oid.INT2, Oid.INT4, Oid.INT8, Oid.OID -> true;
            default -> false;
        };
    }

    /** True for the types whose values are binary fractions of at most 64 bits. */
    public boolean isFloating() {
        return type == Oid.FLOAT4 || type == Oid.FLOAT8;
    }

    public boolean isBoolean() {
        return type == Oid.BOOL;
    }

    /** True for points in time, which are written in the time zone of the session when they have one. */
    public boolean isTimestamp() {
        return type == Oid.TIMESTAMP || type == Oid.TIMESTAMPTZ;
    }
}
