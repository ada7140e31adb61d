package dev.dbsh.report;

/** What a value means to the operator. Renderers may colour by it; nothing is ever said by colour alone. */
public enum Meaning {
    PLAIN,
    GOOD,
    WARNING,
    BAD,
    MUTED
}
