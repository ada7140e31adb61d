package dev.dbsh.pg;

/**
 * A column of a result, as the server announced it.
 *
 * @param type the server's name of the type: {@code int8}, {@code timestamptz}
 */
public record ResultColumn(String name, String type) {

    /** True for the types whose values line up on the right. */
    public boolean isNumeric() {
        return switch (type) {
            case "int2", "int4", "int8", "float4", "float8", "numeric", "oid", "money", "xid", "xid8" -> true;
            default -> false;
        };
    }

    /** True for the types whose values are whole numbers of at most 64 bits. */
    public boolean isInteger() {
        return type.equals("int2") || type.equals("int4") || type.equals("int8") || type.equals("oid");
    }
}
