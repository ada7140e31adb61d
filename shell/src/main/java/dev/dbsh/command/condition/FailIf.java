package dev.dbsh.command.condition;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;

/** {@code --fail-if EXPR}: lets a job say itself what of a report is a finding. */
public final class FailIf {
    public static final Option OPTION = new Option(
            "--fail-if",
            "EXPR",
            Parameter.Takes.TEXT,
            Completion.NONE,
            "end a call with 10 when this is so of the figures, with 11 when that is not known");

    private FailIf() {}

    /** Runs the command, and takes the condition, when one was given, for the outcome of its report. */
    public static Report<?> run(ReportCommand command, Arguments arguments) {
        String text = arguments.find(OPTION).orElse(null);
        if (text == null) {
            return command.run(arguments);
        }
        // What is no condition is refused before the server is asked anything.
        Condition condition = Condition.parse(text);
        return judge(command.run(arguments), condition);
    }

    /** With a condition every report is a check. */
    public static Signature.Kind kind(Signature signature, Arguments arguments) {
        return arguments.find(OPTION).isPresent() ? Signature.Kind.CHECK : signature.kind();
    }

    static <R> Report<R> judge(Report<R> report, Condition condition) {
        String seen = condition.seen(report);
        return switch (condition.of(report)) {
            case YES -> report.judged(Outcome.FINDINGS, "fails: " + seen);
            case NO -> report.judged(Outcome.OK, "does not fail: " + seen);
            case UNKNOWN -> report.judged(Outcome.UNKNOWN, "cannot be decided: " + seen);
        };
    }
}
