package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.report.Report;

/** {@code timing [on|off]}: whether each report says how long it took. */
public final class SwitchTiming implements ReportCommand {
    private static final Parameter SWITCH = Parameter.optional("on|off", Parameter.Takes.TEXT, Completion.SWITCH);

    private final Settings settings;

    public SwitchTiming(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Signature signature() {
        return Signature.local("timing", Signature.Group.SESSION, "Say how long each command took", "timing on")
                .taking(SWITCH);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        Setting.TIMING.change(settings, arguments.find(SWITCH).orElse(settings.timing() ? "off" : "on"));
        return Report.said("timing is " + (settings.timing() ? "on" : "off"));
    }
}
