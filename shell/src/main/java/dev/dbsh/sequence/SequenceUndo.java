package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Change;
import dev.dbsh.command.ChangeCommand;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Question;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.files.PrivateFiles;
import dev.dbsh.journal.Entry;
import dev.dbsh.journal.Journal;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Column;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sequences undo [OPERATION]}: puts back what a repair has moved, where nobody has taken a value since. */
public final class SequenceUndo implements ChangeCommand {
    private static final Parameter OPERATION = Parameter.optional("OPERATION", Parameter.Takes.TEXT, Completion.NONE);

    private static final List<Column<Entry>> REPAIRS = List.of(
            Column.text("operation", Entry::operation),
            Column.text("at", Entry::at),
            Column.text("database", entry -> entry.intent().place().database()),
            Column.text("sequence", entry -> entry.intent().object()),
            Column.text("before", entry -> words(entry.intent().before())),
            Column.text("after", entry -> words(entry.found())),
            Column.text("outcome", entry -> entry.outcome().isEmpty() ? "unknown" : entry.outcome()));

    private final Session session;
    private final Journal journal;

    public SequenceUndo(Session session, Journal journal) {
        this.session = session;
        this.journal = journal;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sequences undo",
                        Signature.Group.SEQUENCES,
                        "Put back what a repair has moved, where nobody has taken a value since; alone, list the repairs",
                        "sequences undo")
                .taking(OPERATION);
    }

    @Override
    public Change plan(Arguments arguments) {
        String operation = arguments.find(OPERATION).orElse("");
        if (operation.isEmpty()) {
            List<Entry> repairs = repairs(entries());
            return Change.nothing(Report.ok(REPAIRS, repairs, Plural.of(repairs.size(), "move")), null);
        }
        MoveCheck.check(session);
        List<Undone> undone = new Undoing(session, entries()).of(operation);
        Report<Undone> plan = Report.ok(Undone.COLUMNS, undone, Plural.of(undone.size(), "sequence") + " to put back");
        Question question = Question.plain(
                "put back " + Plural.of(undone.size(), "sequence") + ": the values in between are handed out again");
        return new Change(plan, question, () -> new PutBack(session, journal, operation).apply(undone));
    }

    private static List<Entry> repairs(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.intent().command().equals(FixRecord.COMMAND))
                .toList();
    }

    private static @Nullable String words(Map<String, String> recorded) {
        Position position = Position.recorded(recorded);
        return position == null ? null : position.words();
    }

    private List<Entry> entries() {
        try {
            return journal.entries();
        } catch (IOException e) {
            throw Refusal.of(
                    Refusal.Kind.CONFIGURATION,
                    "the journal cannot be read: " + PrivateFiles.reason(e),
                    "it is needed to know what was changed");
        }
    }
}
