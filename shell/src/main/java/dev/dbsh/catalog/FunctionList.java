package dev.dbsh.catalog;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.List;

/** {@code functions [PATTERN] [--schema S]} */
public final class FunctionList implements ReportCommand {
    private static final Parameter PATTERN = Parameter.optional("PATTERN", Parameter.Takes.NAME, Completion.FUNCTIONS);

    private final Catalog catalog;

    public FunctionList(Session session) {
        this.catalog = new Catalog(session);
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "functions",
                        Signature.Group.CATALOG,
                        "List functions, procedures and aggregates",
                        "functions --schema public")
                .taking(PATTERN)
                .with(Filter.SCHEMA);
    }

    @Override
    public Report<Function> run(Arguments arguments) {
        List<Function> functions = catalog.functions(Filter.of(arguments, PATTERN));
        return Report.ok(Function.COLUMNS, functions, Plural.of(functions.size(), "function"));
    }
}
