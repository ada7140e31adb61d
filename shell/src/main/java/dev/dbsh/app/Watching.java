package dev.dbsh.app;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.command.condition.Condition;
import dev.dbsh.command.condition.FailIf;
import dev.dbsh.command.condition.Truth;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Report;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows a report again and again: on a terminal over itself, elsewhere one after the other. */
final class Watching {
    private final Session session;
    private final Settings settings;
    private final Publisher publisher;
    private final Watch.Request request;
    private final Arguments arguments;
    private @Nullable List<List<Object>> before;

    Watching(Session session, Settings settings, Publisher publisher, Watch.Request request) {
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
        this.request = request;
        this.arguments = Arguments.of(request.command().signature(), request.rest());
    }

    ExitCode run() {
        boolean pager = settings.pager();
        settings.pager(false);
        try {
            return repeat();
        } finally {
            settings.pager(pager);
        }
    }

    private ExitCode repeat() {
        Canvas canvas = publisher.findCanvas();
        int stops = session.stops();
        for (long look = 1; ; look++) {
            long begun = System.nanoTime();
            Publisher.Publication publication =
                    publisher.begin(request.command().signature().name());
            Report<?> report;
            try {
                report = FailIf.run(request.command(), arguments);
            } catch (RuntimeException e) {
                return session.stops() == stops ? publication.fail(Failures.of(e), null) : ExitCode.OK;
            }
            Truth reached = reached(report);
            show(report, canvas, publication, reached);
            if (reached == Truth.YES || look == request.count()) {
                return end(report, reached);
            }
            if (session.stops() != stops || !pause(System.nanoTime() - begun)) {
                return ExitCode.OK;
            }
        }
    }

    private @Nullable Truth reached(Report<?> report) {
        Condition until = request.until();
        return until == null ? null : until.of(report);
    }

    private ExitCode end(Report<?> report, @Nullable Truth reached) {
        if (reached == null) {
            return ExitCode.of(report.outcome(), FailIf.kind(request.command().signature(), arguments));
        }
        return switch (reached) {
            case YES -> ExitCode.OK;
            case NO -> ExitCode.FINDINGS;
            case UNKNOWN -> ExitCode.UNDECIDED;
        };
    }

    private <R> void show(
            Report<R> report, @Nullable Canvas canvas, Publisher.Publication publication, @Nullable Truth reached) {
        List<List<Object>> now = Marked.values(report);
        Report<Marked<R>> marked = Marked.of(report, before == null ? now : before);
        before = now;
        long changed = marked.rows().stream().filter(Marked::changed).count();
        String title = title(changed) + (reached == Truth.YES ? ", --until is so" : "");
        if (canvas == null) {
            publisher.say(title);
            publication.report(marked);
            publisher.say("");
        } else {
            publisher.paint(canvas, title, marked);
        }
    }

    // watch locks, every 2s, 02:41:07, 3 rows changed
    private String title(long changed) {
        Signature signature = request.command().signature();
        LocalTime time = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        return "watch " + signature.name() + ", every " + words(request.interval()) + ", " + time + ", " + changed
                + " changed";
    }

    private static String words(Duration interval) {
        return interval.toMillisPart() == 0 ? interval.toSeconds() + "s" : interval.toMillis() + "ms";
    }

    /** The server has at least as long a rest as it took to answer; false when that was ended. */
    private boolean pause(long took) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(took, request.interval().toNanos() - took));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
