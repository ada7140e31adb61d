package dev.dbsh.lock;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Column;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Meaning;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code locks advisory}: who has which advisory lock, and of which tool it is. */
public final class AdvisoryList implements ReportCommand {
    private static final Sql LOCKS = Sql.of(AdvisoryList.class, "advisory.sql");
    private static final Sql HISTORIES = Sql.of(AdvisoryList.class, "history-tables.sql");

    private static final List<Column<Advisory>> COLUMNS = List.of(
            Column.text("pid", Advisory::pid),
            Column.text("key", lock -> lock.key().toString()),
            Column.<Advisory>text("halves", lock -> lock.key().pair()).asDetail(),
            Column.text("owner", Advisory::owner),
            Column.text("mode", Advisory::mode),
            Column.<Advisory>text("granted", Advisory::granted)
                    .meaning(lock -> lock.granted() ? Meaning.PLAIN : Meaning.WARNING),
            Column.text("application", Advisory::application),
            Column.<Advisory>text("user", Advisory::user).asSpare(),
            Column.<Advisory>text("client", Advisory::client).asDetail(),
            Column.<Advisory>text("database", Advisory::database).asSpare(),
            Column.<Advisory>text("state", Advisory::state).asSpare(),
            Column.number("state_age_seconds", Advisory::stateAge));

    private final Session session;

    /**
     * One that somebody has, or waits for.
     *
     * @param pid null when a prepared transaction has it
     * @param owner the tool whose lock it is; null when that is not known
     */
    private record Advisory(
            @Nullable Integer pid,
            AdvisoryKey key,
            @Nullable String owner,
            String mode,
            boolean granted,
            @Nullable String application,
            @Nullable String user,
            @Nullable String client,
            @Nullable String database,
            @Nullable String state,
            @Nullable Duration stateAge) {}

    public AdvisoryList(Session session) {
        this.session = session;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                "locks advisory",
                Signature.Group.LOCKS,
                "Show who has which advisory lock, and of which tool it is",
                "locks advisory");
    }

    @Override
    public Report<?> run(Arguments arguments) {
        try (Lookout lookout = Lookout.of(session)) {
            KnownKeys known = new KnownKeys(
                    lookout.lists().list(Reads.CATALOG, HISTORIES, KnownKeys.History::of),
                    session.server().database());
            return report(lookout.lists().list(Reads.CATALOG, LOCKS, row -> read(row, known)));
        }
    }

    private static Advisory read(Row row, KnownKeys known) throws SQLException {
        AdvisoryKey key = AdvisoryKey.of(row);
        Long number = key.number();
        Long pid = row.numberOrNull("pid");
        Long age = row.numberOrNull("state_age");
        String user = row.textOrNull("user_name");
        String database = row.textOrNull("database");
        return new Advisory(
                pid == null ? null : (Integer) pid.intValue(),
                key,
                number == null ? null : known.find(number, database),
                row.text("mode"),
                row.flag("granted"),
                row.textOrNull("application_name"),
                user == null ? null : Identifier.readable(user),
                row.textOrNull("client"),
                database == null ? null : Identifier.readable(database),
                row.textOrNull("state"),
                age == null ? null : Duration.ofMillis(Math.max(0, age)));
    }

    private static Report<Advisory> report(List<Advisory> locks) {
        long waiting = locks.stream().filter(lock -> !lock.granted()).count();
        long held = locks.size() - waiting;
        String verdict = locks.isEmpty()
                ? "nobody has an advisory lock"
                : Plural.of(held, "advisory lock") + " held" + (waiting == 0 ? "" : ", " + waiting + " waited for");
        Report<Advisory> report = Report.ok(COLUMNS, locks, verdict)
                .withFigures(List.of(Figure.count("held", held), Figure.count("waiting", waiting)));
        return waiting == 0 ? report : report.withHint("locks");
    }
}
