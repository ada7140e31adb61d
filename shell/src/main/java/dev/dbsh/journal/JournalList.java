package dev.dbsh.journal;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.files.PrivateFiles;
import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code journal [--last N]}: what this login has changed with dbsh, on whatever server, the newest last. */
public final class JournalList implements ReportCommand {
    private static final Option LAST =
            Option.named("--last", "N", Completion.NONE, "so many of the newest, 20 unless said");
    private static final int USUAL = 20;
    private static final int WIDEST = 60;

    private static final List<Column<Entry>> COLUMNS = List.of(
            Column.text("at", Entry::at),
            Column.text("operation", Entry::operation),
            Column.text("database", entry -> entry.intent().place().database()),
            Column.text("what", JournalList::shortened).typed(JournalList::what),
            Column.text("outcome", entry -> entry.outcome().isEmpty() ? "unknown" : entry.outcome()),
            Column.text("result", entry -> entry.found().get("result")),
            Column.<Entry>text("role", entry -> entry.intent().place().role()).asDetail(),
            Column.<Entry>text("system", entry -> entry.intent().place().system())
                    .asDetail(),
            Column.<Entry>text("sql", entry -> entry.intent().sql()).asDetail(),
            Column.<Entry>text("about", entry -> entry.intent().about()).asDetail(),
            Column.<Entry>text("found", Entry::found).asDetail());

    private final Journal journal;

    public JournalList(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Signature signature() {
        return Signature.local(
                        "journal",
                        Signature.Group.SESSION,
                        "Show what was changed with dbsh from this login, the newest last",
                        "journal --last 5")
                .with(LAST);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        int count = arguments.find(LAST).map(JournalList::count).orElse(USUAL);
        try {
            List<Entry> all = journal.entries();
            List<Entry> last = all.subList(Math.max(0, all.size() - count), all.size());
            String verdict = last.size() + " of " + Plural.of(all.size(), "change");
            Map<Integer, String> wrong = journal.verify();
            if (wrong.isEmpty()) {
                return Report.ok(COLUMNS, last, verdict);
            }
            Map.Entry<Integer, String> first = wrong.entrySet().iterator().next();
            return Report.of(
                    COLUMNS,
                    last,
                    Outcome.FINDINGS,
                    verdict + "; line " + first.getKey() + " of the journal " + first.getValue());
        } catch (IOException e) {
            throw Refusal.of(
                    Refusal.Kind.CONFIGURATION,
                    "the journal cannot be read: " + PrivateFiles.reason(e),
                    "it is needed to know what was changed");
        }
    }

    private static String what(Entry entry) {
        String object = entry.intent().object();
        return object.isEmpty() ? entry.intent().sql() : entry.intent().command() + " " + object;
    }

    private static String shortened(Entry entry) {
        String line = what(entry).strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST - 3)) + "...";
    }

    private static int count(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw Refusal.usage("\"" + text + "\" is no count", "journal --last 5");
        }
    }
}
