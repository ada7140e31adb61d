package dev.dbsh.pg;

/** What a built-in statement reads, and so what it must be protected from. */
public enum Reads {
    /** The catalog and the statistics: never waits for anyone's lock. */
    CATALOG("200ms", "5s", "set local search_path = '';"),
    /**
     * Rows of users' tables: gives up when one is locked, and fails rather than see only a part of the rows. By itself: a
     * worker beside it would take each of its locks once more.
     */
    TABLES(
            "200ms",
            "30s",
            "set local search_path = ''; set local row_security = off; set local max_parallel_workers_per_gather = 0;"),
    /** A table that has to be read from end to end: given up soon, because the server has other work. */
    SCANS("200ms", "2s", "set local search_path = ''; set local row_security = off;"),
    /** The same by the operator's word, for as long as it takes. */
    LONG_SCANS("200ms", "0", "set local search_path = ''; set local row_security = off;"),
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
