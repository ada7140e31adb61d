package dev.dbsh.sql.classify;

import java.util.Locale;

/** What is to be read in a statement behind its shape. The last column of {@code statements.txt} names it. */
enum Inside {
    NOTHING,
    /** An answer in rows. */
    ROWS,
    QUERY,
    WITH,
    CHANGE,
    /** A query that is kept as a definition. */
    DEFINITION,
    STATEMENT,
    EXPLAIN,
    PREPARE,
    EXECUTE,
    DECLARE,
    FETCH,
    COPY,
    MODES,
    SETTING,
    LOCK,
    UPKEEP,
    REINDEX,
    CLUSTER,
    CREATE_TABLE,
    ALTER_TABLE,
    COLUMN,
    DROP,
    /** A body for later, which may have semicolons of its own. */
    ROUTINE;

    static Inside of(String column) {
        return column.equals("-")
                ? NOTHING
                : valueOf(column.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    void read(Reading reading) {
        switch (this) {
            case NOTHING, ROUTINE -> {}
            case ROWS -> reading.findings().returnsRows(true);
            case QUERY -> Query.read(reading);
            case WITH -> Query.readWith(reading);
            case CHANGE -> Query.readChange(reading, reading.start());
            case DEFINITION -> Query.readNames(reading);
            case STATEMENT -> InnerStatement.run(reading);
            case EXPLAIN -> InnerStatement.explain(reading);
            case PREPARE -> InnerStatement.prepare(reading);
            case EXECUTE -> InnerStatement.execute(reading);
            case DECLARE -> InnerStatement.declare(reading);
            case FETCH -> InnerStatement.fetch(reading);
            case COPY -> Copy.read(reading);
            case MODES -> Settings.readModes(reading);
            case SETTING -> Settings.read(reading);
            case LOCK -> Upkeep.lock(reading);
            case UPKEEP -> Upkeep.vacuum(reading);
            case REINDEX -> Upkeep.reindex(reading);
            case CLUSTER -> Upkeep.cluster(reading);
            case CREATE_TABLE -> TableDefinition.create(reading);
            case ALTER_TABLE -> TableDefinition.alter(reading);
            case COLUMN -> TableDefinition.column(reading);
            case DROP -> TableDefinition.drop(reading);
        }
    }

    boolean isQuery() {
        return this == QUERY || this == WITH;
    }
}
