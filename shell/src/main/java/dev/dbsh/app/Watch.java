package dev.dbsh.app;

import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.command.TextCommand;
import dev.dbsh.command.TimeSpan;
import dev.dbsh.command.Word;
import dev.dbsh.command.condition.Condition;
import dev.dbsh.sql.classify.Classifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code watch [INTERVAL] COMMAND}: a report again and again. Its words are read here; the interpreter carries it out. */
final class Watch implements TextCommand {
    private static final Parameter INTERVAL = Parameter.optional("INTERVAL", Parameter.Takes.TEXT, Completion.NONE);
    private static final Parameter COMMAND =
            new Parameter("COMMAND", Parameter.Presence.REQUIRED, Parameter.Takes.TEXT, Completion.COMMANDS);
    private static final Option UNTIL = new Option(
            "--until",
            "EXPR",
            Parameter.Takes.TEXT,
            Completion.NONE,
            "end when this is so of the report's figures: waiting = 0");
    private static final Option COUNT =
            new Option("--count", "N", Parameter.Takes.TEXT, Completion.NONE, "end after so many looks");
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * What was asked for.
     *
     * @param rest the words behind those of the command
     * @param until null when nothing but Ctrl-C or the count ends it
     */
    record Request(
            Duration interval,
            ReportCommand command,
            List<Word> rest,
            @Nullable Condition until,
            long count) {}

    @Override
    public Signature signature() {
        return Signature.query(
                        "watch",
                        Signature.Group.SESSION,
                        "Show a report again and again, with what has changed, until Ctrl-C",
                        "watch 2s locks")
                .taking(INTERVAL, COMMAND)
                .with(UNTIL, COUNT);
    }

    /** Reads the words behind {@code watch}; what cannot be watched is refused. */
    static Request request(List<Word> words, CommandTable table) {
        Condition until = null;
        long count = Long.MAX_VALUE;
        Duration interval = USUAL;
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at).text();
            if (word.startsWith(UNTIL.name())) {
                until = Condition.parse(value(UNTIL, words, at));
            } else if (word.startsWith(COUNT.name())) {
                count = count(value(COUNT, words, at));
            } else if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
                interval = interval(word);
                at++;
                continue;
            } else {
                break;
            }
            at += word.indexOf('=') < 0 ? 2 : 1;
        }
        List<Word> command = words.subList(Math.min(at, words.size()), words.size());
        return request(interval, command, table, new End(until, count));
    }

    /** When it ends by itself. */
    private record End(@Nullable Condition until, long count) {}

    private static Request request(Duration interval, List<Word> words, CommandTable table, End end) {
        if (words.isEmpty()) {
            throw Refusal.usage("watch needs a command", "watch 2s locks");
        }
        String first = words.get(0).text();
        CommandTable.Match match = table.match(words).orElse(null);
        if (match == null && Classifier.beginsStatement(first.toLowerCase(Locale.ROOT))) {
            throw Refusal.usage(
                    "watch is for commands; a statement is repeated by \\watch at the prompt", "... \\watch 2");
        }
        if (match == null) {
            throw table.unknown(words);
        }
        if (match.command() instanceof ReportCommand command && isReport(command)) {
            return new Request(interval, command, words.subList(match.words(), words.size()), end.until(), end.count());
        }
        throw Refusal.usage(
                match.command().signature().name() + " is no report that could be watched", "watch 2s locks");
    }

    // The others are about the session: done again and again they would only do something again and again.
    private static boolean isReport(Command command) {
        Signature signature = command.signature();
        return signature.group() != Signature.Group.SESSION || signature.name().equals("status");
    }

    private static String value(Option option, List<Word> words, int at) {
        String word = words.get(at).text();
        if (word.startsWith(option.name() + "=")) {
            return word.substring(option.name().length() + 1);
        }
        if (!word.equals(option.name())) {
            throw Refusal.usage("watch has no option " + word, "did you mean " + option.name() + "?");
        }
        if (at + 1 == words.size()) {
            throw Refusal.usage(option.name() + " needs a value: " + option.usage(), "watch --count 3 locks");
        }
        return words.get(at + 1).text();
    }

    private static Duration interval(String text) {
        Duration interval = TimeSpan.parse(text.matches("[0-9]{1,5}") ? text + "s" : text);
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw Refusal.usage("\"" + text + "\" is no interval", "watch takes 100ms to 1d: watch 2s locks");
        }
        return interval;
    }

    private static long count(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw Refusal.usage("\"" + text + "\" is no count", "watch --count 3 locks");
        }
        return Long.parseLong(text);
    }
}
