package dev.dbsh.sql.classify;

/**
 * Something that a statement names.
 *
 * @param type in PostgreSQL's words: {@code table}, {@code materialized view}, {@code cursor}
 */
public record NamedObject(Role role, String type, ObjectName name) {

    /** What the statement does with it. */
    public enum Role {
        /** It is made, changed, locked or removed. */
        TARGET,
        /** It is read, or referred to. */
        READ
    }

    static NamedObject target(String type, ObjectName name) {
        return new NamedObject(Role.TARGET, type, name);
    }

    static NamedObject read(ObjectName name) {
        return new NamedObject(Role.READ, "table", name);
    }
}
