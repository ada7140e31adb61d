package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.report.Report;

/** {@code format [FORMAT]}: how reports look from now on. */
public final class ChangeFormat implements ReportCommand {
    private static final Parameter FORMAT = Parameter.optional("FORMAT", Parameter.Takes.TEXT, Completion.FORMATS);

    private final Settings settings;

    public ChangeFormat(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Signature signature() {
        return Signature.local("format", Signature.Group.SESSION, "Show or change the format of reports", "format json")
                .taking(FORMAT);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        arguments.find(FORMAT).ifPresent(word -> Setting.FORMAT.change(settings, word));
        return Report.said("format is " + settings.format());
    }
}
