package dev.dbsh.catalog;

/** What a relation is, in the operator's words. */
enum Kind {
    TABLE("table", "r"),
    PARTITIONED_TABLE("partitioned table", "p"),
    VIEW("view", "v"),
    MATERIALIZED_VIEW("materialized view", "m"),
    FOREIGN_TABLE("foreign table", "f"),
    SEQUENCE("sequence", "S"),
    INDEX("index", "i"),
    PARTITIONED_INDEX("partitioned index", "I"),
    COMPOSITE_TYPE("composite type", "c");

    private final String words;
    private final String code;

    Kind(String words, String code) {
        this.words = words;
        this.code = code;
    }

    /** @param code as {@code pg_class.relkind} has it */
    static Kind of(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no relation is of kind " + code);
    }

    String words() {
        return words;
    }

    boolean isView() {
        return this == VIEW || this == MATERIALIZED_VIEW;
    }

    boolean isIndex() {
        return this == INDEX || this == PARTITIONED_INDEX;
    }

    /** True when it has rows of its own or below it, and so indexes, constraints and the like. */
    boolean hasRows() {
        return switch (this) {
            case TABLE, PARTITIONED_TABLE, MATERIALIZED_VIEW, FOREIGN_TABLE, VIEW -> true;
            case SEQUENCE, INDEX, PARTITIONED_INDEX, COMPOSITE_TYPE -> false;
        };
    }
}
