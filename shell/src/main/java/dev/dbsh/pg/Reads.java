package dev.dbsh.pg;

/** What a built-in statement reads, and so what it must be protected from. */
public enum Reads {
    /** The catalog and the statistics: never waits for anyone's lock. */
    CATALOG("200ms", "5s", "set local search_path = '';"),
    /** Rows of users' tables: gives up when one is locked, and fails rather than see only a part of the rows. */
    TABLES("200ms", "30s", "set local search_path = ''; set local row_security = off;"),
    /** What a name means to the operator: the one case in which the search path stays theirs. */
    SEARCH_PATH("200ms", "5s", "");

    private final String statementTimeout;
    private final String settings;

    Reads(String lockTimeout, String statementTimeout, String more) {
        this.statementTimeout = statementTimeout;
        this.settings = "set local jit = off; set local lock_timeout = '" + lockTimeout
                + "'; set local statement_timeout = '" + statementTimeout + "';" + more;
    }

    /** How long a statement may take, as the server writes it. */
    public String statementTimeout() {
        return statementTimeout;
    }

    String settings() {
        return settings;
    }
}
