package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Word;
import dev.dbsh.pg.Session;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.Effect;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a statement again and again, each run a report of its own, until Ctrl-C or as often as was asked. */
final class Repetition {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double USUAL_SECONDS = 2;
    private static final double SHORTEST_SECONDS = 0.1;
    private static final double LONGEST_SECONDS = 86_400;

    private final LineInterpreter interpreter;
    private final Session session;
    private final Settings settings;
    private final Publisher publisher;
    private double seconds = USUAL_SECONDS;
    private long count = Long.MAX_VALUE;

    Repetition(LineInterpreter interpreter, Session session, Settings settings, Publisher publisher) {
        this.interpreter = interpreter;
        this.session = session;
        this.settings = settings;
        this.publisher = publisher;
    }

    ExitCode run(String statement, List<Word> arguments) {
        arguments.forEach(argument -> take(argument.text()));
        if (session.server().mayWrite() && Classified.of(statement).effect() != Effect.READS) {
            throw Refusal.of(
                    Refusal.Kind.GUARD_RAIL,
                    "\\watch does not repeat what may write: this statement would do so again and again",
                    "write off");
        }
        boolean pager = settings.pager();
        settings.pager(false);
        try {
            return repeat(statement);
        } finally {
            settings.pager(pager);
        }
    }

    private ExitCode repeat(String statement) {
        String every = " (every " + (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : seconds) + " s)";
        int stops = session.stops();
        for (long run = 1; ; run++) {
            publisher.say(TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + every);
            ExitCode code = interpreter.runSql(statement);
            if (code != ExitCode.OK || run == count || session.stops() != stops) {
                return code;
            }
            publisher.say("");
            try {
                TimeUnit.MILLISECONDS.sleep(Math.round(seconds * 1000));
            } catch (InterruptedException e) {
                // Ctrl-C, which is how one leaves it.
                return ExitCode.OK;
            }
        }
    }

    private void take(String word) {
        if (word.startsWith("c=")) {
            count = count(word.substring(2));
        } else {
            seconds = seconds(word.startsWith("i=") ? word.substring(2) : word);
        }
    }

    private static long count(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Refusal.usage("\"" + text + "\" is no count", "\\watch c=3 i=1");
        }
        return Long.parseLong(text);
    }

    private static double seconds(String text) {
        double found = text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : -1;
        if (found < SHORTEST_SECONDS || found > LONGEST_SECONDS) {
            throw Refusal.usage(
                    "\"" + text + "\" is no interval", "\\watch takes seconds, from 0.1 to 86400: \\watch c=3 i=1");
        }
        return found;
    }
}
