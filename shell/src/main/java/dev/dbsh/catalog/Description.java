package dev.dbsh.catalog;

import dev.dbsh.pg.Sql;
import dev.dbsh.report.Column;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes down one relation: its columns, and beside them whatever its kind has. */
final class Description {
    private static final Sql COLUMNS = Sql.of(Description.class, "columns.sql");
    private static final Sql INDEXES = Sql.of(Description.class, "indexes.sql");
    private static final Sql CONSTRAINTS = Sql.of(Description.class, "constraints.sql");
    private static final Sql TRIGGERS = Sql.of(Description.class, "triggers.sql");
    private static final Sql POLICIES = Sql.of(Description.class, "policies.sql");
    private static final Sql PARTITIONS = Sql.of(Description.class, "partitions.sql");
    private static final Sql VIEW = Sql.of(Description.class, "view.sql");
    private static final Sql SEQUENCE = Sql.of(Description.class, "sequence.sql");

    private static final List<Column<Relation.RowSecurity>> ROW_SECURITY = List.of(
            Column.text("enabled", Relation.RowSecurity::enabled),
            Column.text("forced", Relation.RowSecurity::forced),
            Column.text("hides_rows_from_you", Relation.RowSecurity::active));

    private final Catalog catalog;
    private final Relation relation;

    Description(Catalog catalog, Relation relation) {
        this.catalog = catalog;
        this.relation = relation;
    }

    Report<TableColumn> report() {
        List<TableColumn> columns =
                relation.kind() == Kind.SEQUENCE ? List.of() : catalog.list(COLUMNS, TableColumn::of, id(), locked());
        Report<TableColumn> report = Report.ok(TableColumn.COLUMNS, columns, verdict(columns.size()));
        if (relation.kind().hasRows()) {
            report = withRows(report);
        }
        if (relation.kind().isView()) {
            report = report.withSection(new Section<>(
                    "definition",
                    List.of(Column.text("definition", Text::text)),
                    catalog.list(VIEW, row -> new Text(row.textOrNull("definition")), id(), locked())));
        }
        if (relation.kind().isIndex()) {
            report = report.withSection(indexes());
        }
        if (relation.kind() == Kind.SEQUENCE) {
            report = report.withSection(new Section<>(
                            "sequence", SequenceShape.COLUMNS, catalog.list(SEQUENCE, SequenceShape::of, id())))
                    .withHint("sequences " + relation.name());
        }
        return report;
    }

    private Report<TableColumn> withRows(Report<TableColumn> report) {
        List<Constraint> constraints = catalog.list(CONSTRAINTS, Constraint::of, id(), locked());
        List<Kin> kin = catalog.list(PARTITIONS, Kin::of, id());
        Report<TableColumn> more = report.withSection(indexes())
                .withSection(new Section<>("constraints", Constraint.COLUMNS, only(constraints, Constraint::own)))
                .withSection(
                        new Section<>("triggers", Trigger.COLUMNS, catalog.list(TRIGGERS, Trigger::of, id(), locked())))
                .withSection(
                        new Section<>("policies", Policy.COLUMNS, catalog.list(POLICIES, Policy::of, id(), locked())))
                .withSection(new Section<>("row_security", ROW_SECURITY, List.of(relation.rowSecurity())));
        more = withAny(
                more, "referenced_by", Constraint.REFERENCES, only(constraints, constraint -> !constraint.own()));
        more = withAny(more, "parents", Kin.COLUMNS, only(kin, one -> !one.below()));
        return withAny(more, "partitions", Kin.COLUMNS, only(kin, Kin::below));
    }

    private static <T> Report<TableColumn> withAny(
            Report<TableColumn> report, String key, List<Column<T>> columns, List<T> rows) {
        return rows.isEmpty() ? report : report.withSection(new Section<>(key, columns, rows));
    }

    private Section<TableIndex> indexes() {
        return new Section<>("indexes", TableIndex.COLUMNS, catalog.list(INDEXES, TableIndex::of, id(), locked()));
    }

    private String verdict(int columns) {
        StringBuilder verdict = new StringBuilder(relation.words());
        if (relation.kind() != Kind.SEQUENCE) {
            verdict.append(": ").append(Plural.of(columns, "column"));
        }
        verdict.append(", owned by ").append(relation.owner());
        if (!relation.readable() && !relation.kind().isIndex()) {
            verdict.append(", no select privilege for you");
        }
        if (relation.locked()) {
            verdict.append(", locked by another session now: definitions are left out");
        }
        if (relation.comment() != null) {
            verdict.append(": ").append(relation.comment());
        }
        return verdict.toString();
    }

    private record Text(@Nullable String text) {}

    private Long id() {
        return relation.id();
    }

    private Boolean locked() {
        return relation.locked();
    }

    private static <T> List<T> only(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).toList();
    }
}
