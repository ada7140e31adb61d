package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.TypedName;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which trees are meant: those with a session that fits all that is given.
 *
 * @param table its schema is null for any
 */
record Filter(
        @Nullable String schema,
        @Nullable TypedName table,
        @Nullable Integer pid,
        @Nullable Duration minWait) {
    static final Option SCHEMA =
            Option.named("--schema", "S", Completion.SCHEMAS, "only trees with a wait for something in the schema");
    static final Option TABLE = Option.named("--table", "T", Completion.TABLES, "only trees with a wait for the table");
    static final Option PID = Option.named("--pid", "P", Completion.NONE, "only the tree with the session");
    static final Option MIN_WAIT =
            Option.named("--min-wait", "D", Completion.NONE, "only trees in which somebody waits that long");

    /** Whether something is so, as far as it can be told. */
    enum Answer {
        YES,
        NO,
        UNTOLD
    }

    static Filter of(Arguments arguments) {
        try {
            return new Filter(
                    arguments
                            .find(SCHEMA)
                            .map(typed -> TypedName.parse(typed).name())
                            .orElse(null),
                    arguments.find(TABLE).map(TypedName::parse).orElse(null),
                    arguments.find(PID).map(Filter::pid).orElse(null),
                    arguments.find(MIN_WAIT).map(TimeSpan::parse).orElse(null));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "usage: locks [--schema S] [--table T] [--pid P]");
        }
    }

    static Integer pid(String typed) {
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException e) {
            throw Refusal.usage("\"" + typed + "\" is no pid", "locks shows the pids of those that wait");
        }
    }

    boolean isEmpty() {
        return schema == null && table == null && pid == null && minWait == null;
    }

    /** Whether the tree is meant; untold when none of its sessions surely fits and one may. */
    Answer fits(List<Entry> tree) {
        if (pid != null
                && tree.stream().noneMatch(entry -> pid.equals(entry.party().pid()))) {
            return Answer.NO;
        }
        Answer best = Answer.NO;
        for (Entry entry : tree) {
            Answer one = fits(entry.party());
            if (one == Answer.YES) {
                return one;
            }
            best = one == Answer.UNTOLD ? one : best;
        }
        return best;
    }

    private Answer fits(Party party) {
        Wait wait = party.waitsFor();
        Answer place = schema == null && table == null ? Answer.YES : place(party, wait);
        Answer time = minWait == null ? Answer.YES : time(wait, minWait);
        if (place == Answer.NO || time == Answer.NO) {
            return Answer.NO;
        }
        return place == Answer.UNTOLD ? place : time;
    }

    private static Answer time(@Nullable Wait wait, Duration least) {
        if (wait == null) {
            return Answer.NO;
        }
        Duration waited = wait.waited();
        if (waited == null) {
            return Answer.UNTOLD;
        }
        return waited.compareTo(least) >= 0 ? Answer.YES : Answer.NO;
    }

    private Answer place(Party party, @Nullable Wait wait) {
        if (party.held().stream().anyMatch(this::isHeldThere)) {
            return Answer.YES;
        }
        if (wait == null) {
            return Answer.NO;
        }
        QualifiedName name = wait.table();
        if (name == null) {
            return wait.mayBeAboutTable() ? Answer.UNTOLD : Answer.NO;
        }
        boolean there = (schema == null || schema.equals(name.schema()))
                && (table == null
                        || (table.name().equals(name.name())
                                && (table.schema() == null || table.schema().equals(name.schema()))));
        return there ? Answer.YES : Answer.NO;
    }

    private boolean isHeldThere(String held) {
        String name = held.substring(held.indexOf(" on ") + 4);
        return (schema == null || name.startsWith(Identifier.readable(schema) + "."))
                && (table == null
                        || (table.schema() == null
                                ? name.endsWith("." + Identifier.readable(table.name()))
                                : name.equals(new QualifiedName(table.schema(), table.name()).toString())));
    }
}
