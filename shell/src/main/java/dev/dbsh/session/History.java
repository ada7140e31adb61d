package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.report.Column;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** {@code history [COUNT]}: what was typed, the newest last. Lines with a password in them were never kept. */
public final class History implements ReportCommand {
    private static final Parameter COUNT = Parameter.optional("COUNT", Parameter.Takes.TEXT, Completion.NONE);
    private static final int USUAL = 20;

    private static final List<Column<Typed>> COLUMNS = List.of(
            Column.text("time", typed -> typed.time().truncatedTo(ChronoUnit.SECONDS)),
            Column.text("text", Typed::text));

    private final Supplier<List<Typed>> entries;

    /** @param entries everything that was typed, oldest first */
    public History(Supplier<List<Typed>> entries) {
        this.entries = entries;
    }

    /** One thing that was typed, of one line or of several. */
    public record Typed(Instant time, String text) {}

    @Override
    public Signature signature() {
        return Signature.local("history", Signature.Group.SESSION, "Show what was typed, the newest last", "history 5")
                .taking(COUNT);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        int count = arguments.find(COUNT).map(History::count).orElse(USUAL);
        List<Typed> all = entries.get();
        List<Typed> last = all.subList(Math.max(0, all.size() - count), all.size());
        return Report.ok(COLUMNS, last, last.size() + " of " + Plural.of(all.size(), "entry"));
    }

    private static int count(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Refusal.usage("\"" + text + "\" is no count", "history 5");
        }
    }
}
