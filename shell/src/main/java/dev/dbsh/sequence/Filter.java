package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.pg.NamePattern;
import dev.dbsh.pg.TypedName;
import org.jspecify.annotations.Nullable;

/**
 * Which sequences are meant.
 *
 * @param schema the sequence's schema; null for any
 * @param table a table that it feeds; null for any
 * @param assumed a column that each of them feeds by the operator's word; null for none
 */
record Filter(
        NamePattern pattern,
        @Nullable String schema,
        @Nullable TypedName table,
        @Nullable Assumed assumed) {
    static final Parameter PATTERN = Parameter.optional("PATTERN", Parameter.Takes.NAME, Completion.SEQUENCES);
    static final Option TABLE =
            Option.named("--table", "T", Completion.TABLES, "only the sequences that feed the table");
    static final Option SCHEMA = Option.named("--schema", "S", Completion.SCHEMAS, "only the sequences of the schema");

    static final Filter NONE = of(NamePattern.ALL);

    static Filter of(NamePattern pattern) {
        return new Filter(pattern, null, null, null);
    }

    /** True when every sequence is meant. */
    boolean isEverything() {
        return pattern.isEverything() && schema == null && table == null && assumed == null;
    }

    /** The sequences that feed a table. */
    static Filter feeding(TypedName table) {
        return new Filter(NamePattern.ALL, null, table, null);
    }

    static Filter of(Arguments arguments) {
        try {
            return new Filter(
                    arguments.find(PATTERN).map(NamePattern::parse).orElse(NamePattern.ALL),
                    arguments
                            .find(SCHEMA)
                            .map(typed -> TypedName.parse(typed).name())
                            .orElse(null),
                    arguments.find(TABLE).map(TypedName::parse).orElse(null),
                    null);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "usage: sequences [PATTERN] [--table T] [--schema S]");
        }
    }
}
