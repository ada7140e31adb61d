package dev.dbsh.pg;

/** What a built-in statement reads, and so what it must be protected from. */
public enum Reads {
    /** The catalog and the statistics: never waits for anyone's lock. */
    CATALOG("200ms", "5s", ""),
    /** Rows of users' tables: gives up when one is locked, and fails rather than see only a part of the rows. */
    TABLES("200ms", "30s", "set local row_security = off;");

    private final String settings;

    Reads(String lockTimeout, String statementTimeout, String more) {
        this.settings = "set local search_path = ''; set local jit = off; set local lock_timeout = '" + lockTimeout
                + "'; set local statement_timeout = '" + statementTimeout + "';" + more;
    }

    String settings() {
        return settings;
    }
}
