package dev.dbsh.pg;

import org.postgresql.core.Oid;

/**
 * A column of a result, as the server announced it.
 *
 * @param type the number of the type in {@code pg_type}
 */
public record ResultColumn(String name, int type) {

    /** True for the types whose values line up on the right. */
    public boolean isNumeric() {
        return isInteger()
                || switch (type) {
                    case Oid.FLOAT4, Oid.FLOAT8, Oid.NUMERIC, Oid.MONEY -> true;
                    default -> false;
                };
    }

    /** True for the types whose values are whole numbers of at most 64 bits. */
    public boolean isInteger() {
        return switch (type) {
            case Oid.INT2, Oid.INT4, Oid.INT8, Oid.OID -> true;
            default -> false;
        };
    }

    public boolean isBoolean() {
        return type == Oid.BOOL;
    }
}
