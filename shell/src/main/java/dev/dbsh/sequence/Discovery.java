package dev.dbsh.sequence;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Lists;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SimpleName;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.TypedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sequences and what they feed, in the catalog alone. */
final class Discovery {
    private static final Sql WANTED = Sql.of(Discovery.class, "wanted.sql");
    private static final Sql SEQUENCES = Sql.of(Discovery.class, "sequences.sql");
    private static final Set<String> COUNTING_TYPES = Set.of("int2", "int4", "int8", "numeric");

    private final Session session;
    private final Effort effort;
    private final Same same = new Same();

    Discovery(Session session, Effort effort) {
        this.session = session;
        this.effort = effort;
    }

    /** Which sequences are looked for, and what in the database names them. */
    record Scope(Filter filter, Mentions mentions) {}

    /** The oids of the sequences that are meant, in order of their names; some of a table may turn out to be of another. */
    List<Long> wanted(Filter filter, Mentions mentions) {
        TypedName table = filter.table();
        return session.list(
                Reads.CATALOG,
                WANTED,
                row -> row.number("sequence_id"),
                filter.pattern().schemaLike(),
                filter.pattern().nameLike(),
                filter.schema(),
                table == null ? null : table.schema(),
                table == null ? null : table.name(),
                mentions.about(table));
    }

    /** Those of the sequences that are meant, in order of their names. */
    List<Sequence> look(Lists lists, List<Long> ids, Scope scope) {
        TypedName table = scope.filter().table();
        Assumed assumed = scope.filter().assumed();
        String role = Identifier.readable(session.server().user());
        Map<Long, Sequence> found = new LinkedHashMap<>();
        lists.list(
                Reads.CATALOG,
                SEQUENCES,
                row -> found.merge(
                        row.number("sequence_id"),
                        sequence(row, role, scope.mentions().of(row.number("sequence_id"))),
                        Discovery::together),
                ids.toArray(Long[]::new),
                table == null ? null : table.schema(),
                table == null ? null : table.name(),
                assumed == null ? null : assumed.table().schema(),
                assumed == null ? null : assumed.table().name(),
                assumed == null ? null : assumed.column(),
                scope.mentions().about(table));
        return found.values().stream().map(Discovery::withPossible).toList();
    }

    private static Sequence together(Sequence one, Sequence other) {
        List<FedColumn> all = new ArrayList<>(one.columns());
        all.addAll(other.columns());
        return new Sequence(one.id(), one.name(), one.steps(), one.standing(), all, one.mentions());
    }

    private static Sequence withPossible(Sequence sequence) {
        List<FedColumn> all = new ArrayList<>(sequence.columns());
        for (Mention mention : sequence.mentions()) {
            if (mention.table() != null && mention.column() != null) {
                FedColumn possible = FedColumn.possible(mention.table(), mention.column());
                boolean isKnown =
                        all.stream().anyMatch(column -> column.toString().equals(possible.toString()));
                if (!isKnown) {
                    all.add(possible);
                }
            }
        }
        return new Sequence(
                sequence.id(), sequence.name(), sequence.steps(), sequence.standing(), all, sequence.mentions());
    }

    private Sequence sequence(Row row, String role, List<Mention> mentions) throws SQLException {
        QualifiedName name = same.named(row.qualifiedName("sequence_schema", "sequence_name"));
        Steps steps = new Steps(
                row.number("increment"),
                new Range(row.number("min_value"), row.number("max_value")),
                row.number("cache"),
                row.flag("cycles"));
        Standing standing = new Standing(
                obstacle(row, name, role),
                row.textOrNull("sequence_holders"),
                row.flag("sequence_schema_usable") && row.flag("sequence_usable"),
                row.flag("sequence_yours"),
                row.text("sequence_owner"),
                row.textOrNull("extension"));
        List<FedColumn> columns = row.textOrNull("table_name") == null ? List.of() : List.of(column(row, role));
        return new Sequence(row.number("sequence_id"), name, same.one(steps), same.one(standing), columns, mentions);
    }

    private static @Nullable String obstacle(Row row, QualifiedName name, String role) throws SQLException {
        if (!row.flag("sequence_schema_usable") || !row.flag("sequence_readable")) {
            return missing(row.flag("sequence_schema_usable"), row.flag("sequence_readable"), "sequence ", name, role);
        }
        return row.flag("sequence_shut") ? SequenceState.LOCKED_BY + row.text("sequence_holders") : null;
    }

    private FedColumn column(Row row, String role) throws SQLException {
        FedTable table = new FedTable(
                row.number("table_id"),
                same.named(row.qualifiedName("table_schema", "table_name")),
                row.text("table_kind").equals("p"),
                row.flag("subscribed"));
        SimpleName column = same.one(new SimpleName(row.text("column_name")));
        String type = row.text("type_name");
        How link = link(row, type);
        boolean compared = row.flag("identity")
                || (row.flag("assumed") && COUNTING_TYPES.contains(type))
                || (link != How.EXPRESSION && link != How.POSSIBLE && row.flag("plain"));
        FedColumn.Reading reading = new FedColumn.Reading(
                (int) row.number("relations"), row.number("rows_unindexed"), unreadable(row, table, column, role));
        Range range = DomainChecks.narrow(Range.ofType(type), row.texts("domain_checks"));
        return new FedColumn(
                table, column, link, row.flag("owned"), compared, same.one(range), unique(row), same.one(reading));
    }

    private static How link(Row row, String type) throws SQLException {
        if (row.flag("identity")) {
            return How.IDENTITY;
        }
        if (row.flag("assumed") || row.text("table_kind").equals("v")) {
            return How.POSSIBLE;
        }
        if (row.flag("in_default") && !(row.flag("plain") && COUNTING_TYPES.contains(type))) {
            return How.EXPRESSION;
        }
        return row.flag("owned") ? How.OWNED : How.DEFAULT;
    }

    private static Unique unique(Row row) throws SQLException {
        if (row.flag("unique_alone")) {
            boolean isTree = row.flag("has_children") && !row.text("table_kind").equals("p");
            return isTree ? Unique.IN_TABLE : Unique.ALONE;
        }
        return row.flag("unique_somehow") ? Unique.TOGETHER : Unique.NONE;
    }

    private @Nullable String unreadable(Row row, FedTable table, SimpleName column, String role) throws SQLException {
        if (row.flag("remote")) {
            return table + " is on another server: not read";
        }
        if (!row.flag("table_schema_usable") || !row.flag("column_readable")) {
            return missing(row.flag("table_schema_usable"), row.flag("column_readable"), "", table.name(), role);
        }
        if (row.flag("rows_hidden")) {
            return "row-level security hides rows from you";
        }
        if (row.textOrNull("table_holders") != null) {
            return SequenceState.LOCKED_BY + row.text("table_holders");
        }
        long rows = row.number("rows_unindexed");
        return effort.reads(rows)
                ? null
                : FedColumn.scan(table, column, rows) + ": not read without " + Effort.EXACT.name();
    }

    private static String missing(boolean usage, boolean select, String kind, QualifiedName name, String role) {
        List<String> grants = new ArrayList<>();
        if (!usage) {
            grants.add("grant usage on schema " + Identifier.readable(name.schema()) + " to " + role);
        }
        if (!select) {
            grants.add("grant select on " + kind + name + " to " + role);
        }
        return "no privilege: " + String.join("; ", grants);
    }
}
