package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.LockLevel;
import dev.dbsh.sql.classify.NamedObject;
import dev.dbsh.sql.classify.PredictedLock;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code locks advise STATEMENT}: what a statement would lock, who is in its way now, and who would queue behind it. */
public final class LockAdvise implements ReportCommand {
    private static final Sql RESOLVE = Sql.of(LockAdvise.class, "resolve.sql");
    private static final Sql LOCKS = Sql.of(LockAdvise.class, "relation-locks.sql");
    private static final Parameter STATEMENT = Parameter.required("STATEMENT", Parameter.Takes.TEXT, Completion.NONE);
    private static final int MOST_PARTS = 2;

    private final Session session;

    public LockAdvise(Session session) {
        this.session = session;
    }

    /** A relation that is there. */
    private record Relation(long id, QualifiedName name) {
        static Relation of(Row row) throws SQLException {
            return new Relation(row.number("id"), row.qualifiedName("schema_name", "name"));
        }
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "locks advise",
                        Signature.Group.LOCKS,
                        "Say what a statement would lock, who is in its way now, and who would queue behind it; runs nothing",
                        "locks advise 'alter table stock add column reserved integer'")
                .taking(STATEMENT);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        Classified statement = Classified.of(arguments.text(STATEMENT));
        Set<PredictedLock> locks = locks(statement);
        List<InTheWay> rows = new ArrayList<>();
        List<String> said = new ArrayList<>();
        boolean unknown = locks.isEmpty();
        for (PredictedLock lock : locks) {
            List<Relation> found = resolve(lock.on());
            if (found.isEmpty()) {
                unknown = true;
                said.add(lock.level().words() + " on " + lock.on().name() + ", which is not found");
            } else {
                Relation relation = found.get(0);
                List<InTheWay> there = others(lock.level(), relation);
                rows.addAll(there);
                said.add(sentence(lock.level(), relation.name(), there));
            }
        }
        return report(statement, rows, said, unknown);
    }

    private static Set<PredictedLock> locks(Classified statement) {
        Set<PredictedLock> locks = new LinkedHashSet<>(statement.locks());
        for (NamedObject object : statement.objects()) {
            boolean known = locks.stream().anyMatch(lock -> lock.on().name().equals(object.name()));
            if (object.role() == NamedObject.Role.READ && object.type().equals("table") && !known) {
                locks.add(new PredictedLock(LockLevel.ACCESS_SHARE, object));
            }
        }
        return locks;
    }

    private List<Relation> resolve(NamedObject object) {
        return object.name().parts().size() > MOST_PARTS
                ? List.of()
                : session.list(
                        Reads.SEARCH_PATH, RESOLVE, Relation::of, object.name().toString());
    }

    private List<InTheWay> others(LockLevel level, Relation relation) {
        LockMode wanted = LockMode.valueOf(level.name());
        try (Lookout lookout = Lookout.of(session)) {
            return lookout
                    .lists()
                    .list(
                            Reads.CATALOG,
                            LOCKS,
                            row -> InTheWay.of(row, level, relation.name()),
                            relation.id(),
                            lookout.own())
                    .stream()
                    .filter(other -> other.isInTheWayOf(wanted))
                    .toList();
        }
    }

    private static String sentence(LockLevel level, QualifiedName relation, List<InTheWay> there) {
        long have = there.stream().filter(InTheWay::granted).count();
        long wait = there.size() - have;
        String now = have == 0 && wait == 0
                ? "nobody is in the way now"
                : Plural.of(have, "lock") + " in the way" + (wait == 0 ? "" : ", " + wait + " before it in the queue");
        return level.words() + " on " + relation + ": " + now;
    }

    private static Report<InTheWay> report(
            Classified statement, List<InTheWay> rows, List<String> said, boolean unknown) {
        String kind = statement.kind().isEmpty() ? "this" : statement.kind();
        String verdict = said.isEmpty()
                ? "what " + kind + " locks is not known"
                : kind + " takes " + String.join("; ", said) + behind(statement);
        Outcome outcome = unknown ? Outcome.UNKNOWN : Outcome.OK;
        Report<InTheWay> report = Report.of(
                        InTheWay.COLUMNS, rows, rows.isEmpty() ? outcome : Outcome.FINDINGS.and(outcome), verdict)
                .withFigures(List.of(Figure.count(
                        "in_the_way", rows.stream().filter(InTheWay::granted).count())));
        return rows.isEmpty()
                ? report
                : report.withHint("locks --all --table " + rows.get(0).relation());
    }

    // Only the strongest counts for those behind it.
    private static String behind(Classified statement) {
        LockLevel strongest = statement.locks().stream()
                .map(PredictedLock::level)
                .max(LockLevel::compareTo)
                .orElse(LockLevel.ACCESS_SHARE);
        String others = switch (strongest) {
            case ACCESS_EXCLUSIVE -> "every select, insert, update and delete";
            case EXCLUSIVE -> "every insert, update, delete and select for update";
            case SHARE_ROW_EXCLUSIVE, SHARE -> "every insert, update and delete";
            case SHARE_UPDATE_EXCLUSIVE -> "vacuum, create index and alter table";
            case ROW_EXCLUSIVE -> "create index and alter table";
            case ROW_SHARE, ACCESS_SHARE -> "";
        };
        return others.isEmpty() ? "" : ". While it waits, and while it has it, " + others + " waits behind it";
    }
}
