package dev.dbsh.sequence;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.files.PrivateFiles;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sequences forecast [PATTERN] [--since FILE|--over D] [--save FILE]}: when they will be used up. */
public final class SequenceForecast implements ReportCommand {
    private static final Sql NOW = Sql.of(SequenceForecast.class, "server-time.sql");
    private static final Option SINCE =
            Option.named("--since", "FILE", Completion.FILES, "the earlier sample, as --save has written it");
    private static final Option OVER =
            Option.named("--over", "D", Completion.NONE, "without an earlier sample: so long after a first one, 10s");
    private static final Option SAVE = Option.named("--save", "FILE", Completion.FILES, "keep this sample for later");
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final Session session;
    private final Progress progress;

    public SequenceForecast(Session session, Progress progress) {
        this.session = session;
        this.progress = progress;
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "sequences forecast",
                        Signature.Group.SEQUENCES,
                        "Tell from two samples how fast sequences are used up, and when they end",
                        "sequences forecast --over 1s")
                .taking(Filter.PATTERN)
                .with(SINCE, OVER, SAVE, Filter.TABLE, Filter.SCHEMA, Effort.JOBS);
    }

    private record Seen(Instant at, List<SequenceState> states) {}

    @Override
    public Report<Forecast> run(Arguments arguments) {
        String since = arguments.find(SINCE).orElse(null);
        Duration over = arguments.find(OVER).map(TimeSpan::parse).orElse(USUAL);
        if (since != null && arguments.find(OVER).isPresent()) {
            throw Refusal.usage("--since has the earlier sample, --over takes one now", "leave one of them out");
        }
        if (over.isZero()) {
            throw Refusal.usage("no time is too little between two samples", "sequences forecast --over 10s");
        }
        Filter filter = Filter.of(arguments);
        Sequences sequences = new Sequences(session, Effort.of(arguments, progress));
        Sample before = since == null ? null : earlier(since);
        if (before == null) {
            before = sample(see(sequences, filter));
            Pause.of(session, over);
        }
        Seen now = see(sequences, filter);
        arguments.find(SAVE).ifPresent(file -> save(file, sample(now)));
        return report(before, now);
    }

    private Seen see(Sequences sequences, Filter filter) {
        List<SequenceState> states = sequences.positions(filter);
        long millis = session.one(Reads.CATALOG, NOW, row -> row.number("milliseconds"));
        return new Seen(Instant.ofEpochMilli(millis), states);
    }

    private Sample sample(Seen seen) {
        return Sample.of(seen.at(), system(), session.server().database(), seen.states());
    }

    private String system() {
        return session.findSystem().orElse("");
    }

    private Sample earlier(String typed) {
        Sample sample = read(typed);
        if (!sample.isOf(system(), session.server().database())) {
            throw Refusal.of(
                    Refusal.Kind.INPUT,
                    typed + " is a sample of database " + sample.database()
                            + (sample.system().equals(system()) ? "" : " of another server"),
                    "connect to where it was taken");
        }
        return sample;
    }

    private static Sample read(String typed) {
        try {
            return SampleFile.read(Path.of(typed));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw Refusal.of(
                    Refusal.Kind.MISSING_FILE, "there is no file " + typed, "sequences forecast --save " + typed);
        } catch (IOException e) {
            throw Refusal.of(Refusal.Kind.INPUT, PrivateFiles.reason(e), "sequences forecast --save FILE writes one");
        }
    }

    private static void save(String typed, Sample sample) {
        try {
            SampleFile.write(Path.of(typed), sample);
        } catch (IOException e) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "the sample was not kept: " + PrivateFiles.reason(e),
                    "name a file that can be written");
        } catch (InvalidPathException e) {
            throw Refusal.usage(typed + " is no name of a file", "sequences forecast --save FILE");
        }
    }

    private static Report<Forecast> report(Sample before, Seen now) {
        Sample.Span span = new Sample.Span(before.at(), now.at());
        if (span.length().isNegative() || span.length().isZero()) {
            throw Refusal.of(
                    Refusal.Kind.INPUT,
                    "the earlier sample is of " + before.at() + ", and the server's clock says " + now.at(),
                    "take another sample");
        }
        Map<String, Sample.Point> earlier = new HashMap<>();
        before.points().forEach(point -> earlier.put(point.name().toString(), point));
        List<Forecast> all = now.states().stream()
                .map(state ->
                        Forecast.of(state, earlier.get(state.sequence().name().toString()), span))
                .sorted(Comparator.comparing(
                        Forecast::until, Comparator.nullsLast(Comparator.<@Nullable Duration>naturalOrder())))
                .toList();
        return worded(all, span);
    }

    private static Report<Forecast> worded(List<Forecast> all, Sample.Span span) {
        long soon = all.stream().filter(Forecast::isSoon).count();
        long unsaid = all.stream().filter(forecast -> forecast.taken() == null).count();
        long still = all.stream()
                .filter(forecast -> forecast.taken() != null && forecast.taken() == 0)
                .count();
        String words = soon + " of " + Plural.of(all.size(), "sequence") + (soon == 1 ? " ends" : " end")
                + " within a year at the rate of " + words(span.length());
        String first = soon == 0
                ? ""
                : ", the first " + all.get(0).state().sequence().name() + " at "
                        + all.get(0).end();
        String rest = (still == 0 ? "" : ", " + still + " did not move")
                + (unsaid == 0 ? "" : ", nothing can be said of " + unsaid);
        Outcome outcome = soon > 0 ? Outcome.FINDINGS : unsaid > 0 ? Outcome.UNKNOWN : Outcome.OK;
        return Report.of(Forecast.COLUMNS, all, outcome, words + first + rest);
    }

    private static String words(Duration span) {
        if (span.toHours() < 2) {
            return TimeSpan.words(span);
        }
        long hours = span.plusMinutes(30).toHours();
        return hours < 48 ? hours + "h" : span.plusHours(12).toDays() + "d";
    }
}
