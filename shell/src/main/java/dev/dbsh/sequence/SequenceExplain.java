package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code sequences explain TEXT}: what a message about a duplicate key has to do with a sequence. */
public final class SequenceExplain implements ReportCommand {
    private static final Sql KEYS = Sql.of(SequenceExplain.class, "keys-named.sql");
    private static final Parameter TEXT = Parameter.required("TEXT", Parameter.Takes.REST, Completion.NONE);

    private final Session session;

    public SequenceExplain(Session session) {
        this.session = session;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sequences explain",
                        Signature.Group.SEQUENCES,
                        "Find the sequence behind a duplicate key (23505) from the message, as a log or a program has it",
                        "sequences explain duplicate key value violates unique constraint \"orders_pkey\"")
                .taking(TEXT);
    }

    @Override
    public Report<Explained> run(Arguments arguments) {
        LoggedKey logged = LoggedKey.of(arguments.all(TEXT));
        List<NamedKey> keys = NamedKey.meant(
                session.list(Reads.CATALOG, KEYS, NamedKey::of, (Object)
                        logged.words().toArray(String[]::new)),
                logged);
        if (keys.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "no unique index of database " + session.server().database() + " is named in it",
                    "connect to the database that it comes from, and paste all of the message");
        }
        List<Explained> rows = keys.stream()
                .flatMap(key -> explained(key, logged).stream())
                .sorted(Comparator.comparing(Explained::isBehind).reversed())
                .toList();
        Explained first = rows.get(0);
        Outcome outcome = first.isBehind() ? Outcome.FINDINGS : Outcome.OK;
        return withNext(Report.of(Explained.COLUMNS, rows, outcome, verdict(keys, first)), first);
    }

    private List<Explained> explained(NamedKey key, LoggedKey logged) {
        List<Explained> rows = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String column = key.columns().get(i);
            int at = logged.columns().indexOf(column);
            String value =
                    at < 0 || logged.values().isEmpty() ? null : logged.values().get(at);
            rows.add(column.isEmpty() ? expression(key) : explained(key, column, value));
        }
        return rows;
    }

    private static Explained expression(NamedKey key) {
        return new Explained(key, "(expression)", null, null, "no sequence feeds an expression");
    }

    private Explained explained(NamedKey key, String column, @Nullable String value) {
        SequenceState state =
                new BehindRepair(session).findState(key.table(), column).orElse(null);
        String finding = state == null
                ? "no sequence feeds it: the value came with the statement"
                : BehindRepair.standing(state, column, value).sentence();
        return new Explained(key, Identifier.readable(column), value, state, finding);
    }

    private static String verdict(List<NamedKey> keys, Explained first) {
        String among = keys.size() == 1
                ? ""
                : "one of " + keys.size() + " unique indexes of that name, on "
                        + first.key().table() + ": ";
        return among
                + (first.state() == null
                        ? first.key().table() + "." + first.column() + ": " + first.finding()
                        : first.finding());
    }

    private Report<Explained> withNext(Report<Explained> report, Explained first) {
        SequenceState state = first.state();
        if (state == null) {
            return report.withHint("describe " + first.key().table());
        }
        List<Block> blocks = new Details(session, state, Effort.USUAL).blocks();
        Report<Explained> told =
                blocks.isEmpty() ? report : report.withSection(new Section<>("explicit_ids", Block.COLUMNS, blocks));
        String command =
                BehindRepair.standing(state, first.column(), first.value()).command();
        return told.withHint(Objects.requireNonNullElse(
                command, "sequences show " + state.sequence().name()));
    }
}
