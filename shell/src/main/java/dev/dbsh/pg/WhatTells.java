package dev.dbsh.pg;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where to look for what a statement did that runs in transactions of its own. */
enum WhatTells {
    INDEXES(
            "(create|reindex|drop)\\b.*\\bconcurrently|reindex\\b",
            "select indexrelid::regclass, indisvalid from pg_index;"),
    MAINTENANCE("vacuum|analy[sz]e|cluster", "select relname, last_vacuum, last_analyze from pg_stat_all_tables;"),
    DATABASES("(create|drop|alter)\\s+database", "select datname from pg_database;"),
    TABLESPACES("(create|drop)\\s+tablespace", "select spcname from pg_tablespace;"),
    SUBSCRIPTIONS("(create|drop|alter)\\s+subscription", "select subname from pg_subscription;"),
    PREPARED("(commit|rollback)\\s+prepared", "select gid from pg_prepared_xacts;"),
    SETTINGS("alter\\s+system", "select name, setting from pg_file_settings;"),
    ANYTHING("", "look for what the statement was to do");

    private final Pattern beginning;
    private final String where;

    WhatTells(String beginning, String where) {
        this.beginning = Pattern.compile("\\s*(?:" + beginning + ").*", Pattern.DOTALL);
        this.where = where;
    }

    static String of(String statement) {
        return kind(statement).where;
    }

    /** True when it may fail with a part of it kept: one of its transactions, or an index that is not valid. */
    static boolean mayKeepParts(String statement) {
        WhatTells kind = kind(statement);
        return kind == INDEXES || kind == ANYTHING;
    }

    private static WhatTells kind(String statement) {
        String lower = statement.toLowerCase(Locale.ROOT);
        for (WhatTells each : values()) {
            if (each.beginning.matcher(lower).matches()) {
                return each;
            }
        }
        throw new IllegalStateException("ANYTHING matches everything");
    }
}
