package dev.dbsh.sql.classify;

/** What a READ ONLY transaction makes of an effect. */
public enum UnderReadOnly {
    /** There is nothing to stop. */
    HARMLESS,
    /** The server refuses it with 25006, before it does anything. */
    STOPPED,
    /** The server lets it through. */
    PASSES,
    /** The transaction, or the ones after it, would be READ ONLY no longer. */
    LIFTS
}
