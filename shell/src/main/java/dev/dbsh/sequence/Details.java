package dev.dbsh.sequence;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks closer at one sequence: what each unique index will refuse, and what was stored ahead of it. */
final class Details {
    private static final Sql DEFINITION = Sql.of(Details.class, "definition.sql");
    private static final Sql RIGHTS = Sql.of(Details.class, "rights.sql");
    private static final Sql INDEXES = Sql.of(Details.class, "unique-indexes.sql");
    private static final Sql ROWS = Sql.of(Details.class, "rows-with-value.sql");
    private static final Sql OUTLIERS = Sql.of(Details.class, "outliers.sql");
    private static final Sql BLOCK = Sql.of(Details.class, "largest-block.sql");

    private final Session session;
    private final Parts parts;
    private final StoredValues stored;
    private final List<NotRead> notRead = new ArrayList<>();
    private final SequenceState state;
    private final Sequence sequence;

    Details(Session session, SequenceState state, Effort effort) {
        this.session = session;
        this.parts = new Parts(session, effort);
        this.stored = new StoredValues(session, effort);
        this.state = state;
        this.sequence = state.sequence();
    }

    Definition definition() {
        return session.one(
                Reads.CATALOG,
                DEFINITION,
                Definition::of,
                sequence.name().schema(),
                sequence.name().name());
    }

    List<Right> rights() {
        return session.list(
                Reads.CATALOG,
                RIGHTS,
                Right::of,
                sequence.name().schema(),
                sequence.name().name());
    }

    /** What lies beyond the hole; none when there is none. */
    List<Outliers> outliers() {
        List<Outliers> all = new ArrayList<>();
        BigDecimal first = state.stored().outlier();
        Range usable = sequence.usable();
        if (first != null) {
            boolean ascending = sequence.steps().isAscending();
            long from = first.longValue();
            for (FedColumn column : readable()) {
                Parts.Answer<Outliers> found = answer(
                        OUTLIERS,
                        column,
                        row -> new Outliers(column.toString(), row.texts("stored_values")),
                        ascending ? from : usable.low(),
                        ascending ? usable.high() : from,
                        ascending);
                keep("outliers", column, found, all);
            }
        }
        return all;
    }

    /** For each consumer the largest block ahead of the sequence; none when nothing is stored there. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Range way = way();
        if (way != null && state.isBehind()) {
            for (FedColumn column : readable()) {
                keep(
                        "explicit_ids",
                        column,
                        answer(BLOCK, column, row -> Block.of(column, row), way.low(), way.high()),
                        blocks);
            }
        }
        return blocks;
    }

    /** What of all this could not be read; asked for last. */
    List<NotRead> notRead() {
        return List.copyOf(notRead);
    }

    private <T> void keep(String what, FedColumn column, Parts.Answer<T> answer, List<T> all) {
        if (answer.value() != null) {
            all.add(answer.value());
        } else if (answer.unread() != null) {
            notRead.add(new NotRead(what + " of " + column, answer.unread()));
        }
    }

    List<IndexHit> indexes() {
        List<IndexHit> hits = new ArrayList<>();
        for (FedColumn column : readable()) {
            for (Index index : session.list(
                    Reads.CATALOG,
                    INDEXES,
                    Index::of,
                    column.table().id(),
                    column.name().name())) {
                hits.add(hit(column, index));
            }
        }
        return hits;
    }

    private List<FedColumn> readable() {
        return sequence.columns().stream().filter(FedColumn::isReadable).toList();
    }

    private record Index(
            QualifiedName name,
            List<String> columns,
            @Nullable String obstacle) {
        static Index of(Row row) throws SQLException {
            return new Index(row.qualifiedName("index_schema", "index_name"), row.texts("columns"), obstacle(row));
        }

        private static @Nullable String obstacle(Row row) throws SQLException {
            if (!row.flag("valid")) {
                return "is not valid";
            }
            if (row.flag("partial")) {
                return "holds some of the rows only: whether an insert is one of them cannot be told";
            }
            return row.flag("computed") ? "has an expression besides: not told" : null;
        }

        List<String> besides(FedColumn column) {
            return columns.stream()
                    .filter(name -> !name.equals(column.name().name()))
                    .toList();
        }
    }

    private IndexHit hit(FedColumn column, Index index) {
        List<String> names = index.columns().stream().map(Identifier::readable).toList();
        String name = index.name().toString();
        Range way = way();
        if (index.obstacle() != null || way == null) {
            return new IndexHit(name, names, null, null, List.of(), index.obstacle() == null ? "" : index.obstacle());
        }
        Look look = new Look(sequence, false);
        BigDecimal[] nearest = new BigDecimal[1];
        stored.read(List.of(new StoredValues.Errand(
                look, column, Ask.collision(sequence, column, way), value -> nearest[0] = value)));
        BigDecimal found = nearest[0];
        if (found == null) {
            List<String> unread = look.unread();
            String note = unread.isEmpty() ? "no stored value on its way" : String.join("; ", unread);
            return new IndexHit(name, names, null, null, List.of(), note);
        }
        List<String> besides = index.besides(column);
        List<String> onlyFor = besides.isEmpty() ? List.of() : rows(column, found, besides);
        return new IndexHit(name, names, found, inserts(found), onlyFor, "");
    }

    private List<String> rows(FedColumn column, BigDecimal value, List<String> columns) {
        Parts.Answer<List<String>> rows =
                answer(ROWS, column, row -> row.texts("rows"), value, columns.toArray(String[]::new));
        return rows.value() == null ? List.of(String.valueOf(rows.unread())) : rows.value();
    }

    private <T> Parts.Answer<T> answer(Sql sql, FedColumn column, Row.Reader<T> reader, @Nullable Object... arguments) {
        List<Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            values.add(Objects.requireNonNull(argument));
        }
        Parts.Part part = new Parts.Part(
                sql.with("table", column.table().name()).with("column", column.name()),
                column.reading().relations() + 1,
                column.scan(),
                values);
        return parts.read(List.of(part), reader).getOrDefault(0, new Parts.Answer<>(null, null));
    }

    private @Nullable Long inserts(BigDecimal collision) {
        Long next = state.next();
        if (next == null) {
            return null;
        }
        BigInteger inserts = sequence.steps().wholeSteps(next, collision).add(BigInteger.ONE);
        return inserts.bitLength() < Long.SIZE ? (Long) inserts.longValue() : null;
    }

    /** From the next value to the end; null when nothing sure can be said of it. */
    private @Nullable Range way() {
        Long next = state.next();
        Range usable = sequence.usable();
        if (next == null || state.standby() || !usable.contains(next)) {
            return null;
        }
        return sequence.steps().isAscending() ? new Range(next, usable.high()) : new Range(usable.low(), next);
    }
}
