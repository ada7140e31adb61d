package dev.dbsh.session;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Settings;
import dev.dbsh.command.Signature;
import dev.dbsh.report.Column;
import dev.dbsh.report.Nearest;
import dev.dbsh.report.Report;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code set [NAME] [VALUE]}: the settings of dbsh itself. Any other SET is SQL and goes to the server. */
public final class SetSetting implements ReportCommand {
    private static final Parameter NAME = Parameter.optional("NAME", Parameter.Takes.TEXT, Completion.SETTINGS);
    private static final Parameter VALUE = Parameter.optional("VALUE", Parameter.Takes.TEXT, Completion.NONE);

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.text("setting", Row::setting), Column.text("value", Row::value), Column.text("takes", Row::takes));

    private final Settings settings;

    public SetSetting(Settings settings) {
        this.settings = settings;
    }

    private record Row(String setting, String value, String takes) {}

    @Override
    public Signature signature() {
        return Signature.local("set", Signature.Group.SESSION, "Show or change the settings of dbsh", "set pager off")
                .taking(NAME, VALUE);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        @Nullable String name = arguments.find(NAME).orElse(null);
        if (name == null) {
            List<Row> rows = Arrays.stream(Setting.values()).map(this::row).toList();
            return Report.ok(COLUMNS, rows, "settings of dbsh; those of the server: show all;");
        }
        Setting setting = Setting.find(name).orElseThrow(() -> unknown(name));
        arguments.find(VALUE).ifPresent(value -> setting.change(settings, value));
        return Report.ok(COLUMNS, List.of(row(setting)), setting.word() + " is " + setting.value(settings));
    }

    private Row row(Setting setting) {
        return new Row(setting.word(), setting.value(settings), setting.takes(settings));
    }

    private static Refusal unknown(String name) {
        return Refusal.usage(
                "there is no setting " + name,
                Nearest.to(name, Setting.names())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("set lists them all"));
    }
}
