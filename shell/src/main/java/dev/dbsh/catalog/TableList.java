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

/** {@code tables [PATTERN] [--schema S]} */
public final class TableList implements ReportCommand {
    private static final Parameter PATTERN = Parameter.optional("PATTERN", Parameter.Takes.NAME, Completion.TABLES);

    private final Catalog catalog;

    public TableList(Session session) {
        this.catalog = new Catalog(session);
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "tables",
                        Signature.Group.CATALOG,
                        "List tables and views with estimated rows and sizes",
                        "tables order*")
                .taking(PATTERN)
                .with(Filter.SCHEMA);
    }

    @Override
    public Report<TableEntry> run(Arguments arguments) {
        List<TableEntry> tables = catalog.tables(Filter.of(arguments, PATTERN));
        return Report.ok(
                TableEntry.COLUMNS,
                tables,
                Plural.of(tables.size(), "table") + "; rows and sizes are the server's estimates");
    }
}
