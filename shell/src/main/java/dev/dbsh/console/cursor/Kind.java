package dev.dbsh.console.cursor;

import java.util.EnumSet;
import java.util.Set;

/** What a name of the database stands for. */
public enum Kind {
    TABLE,
    FOREIGN_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    SEQUENCE,
    INDEX,
    FUNCTION,
    PROCEDURE,
    TYPE,
    // None of the following lies in a schema.
    SCHEMA,
    ROLE,
    DATABASE,
    TABLESPACE,
    EXTENSION,
    SETTING;

    /** Two of them in one schema cannot have the same name. */
    private static final Set<Kind> RELATIONS =
            EnumSet.of(TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX);

    private static final Set<Kind> ROUTINES = EnumSet.of(FUNCTION, PROCEDURE);

    private static final Set<Kind> IN_SCHEMAS = EnumSet.range(TABLE, TYPE);

    /** True for what lies in a schema. */
    public boolean isInSchema() {
        return IN_SCHEMAS.contains(this);
    }

    /** The kinds among which the server looks for a name of this one. */
    public Set<Kind> sharingNames() {
        if (RELATIONS.contains(this)) {
            return RELATIONS;
        }
        return ROUTINES.contains(this) ? ROUTINES : EnumSet.of(this);
    }
}
