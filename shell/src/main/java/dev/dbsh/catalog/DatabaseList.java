package dev.dbsh.catalog;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.List;

/** {@code databases} */
public final class DatabaseList implements ReportCommand {
    private final Catalog catalog;

    public DatabaseList(Session session) {
        this.catalog = new Catalog(session);
    }

    @Override
    public Signature signature() {
        return Signature.query(
                "databases", Signature.Group.CATALOG, "List the databases of the server with their sizes", "databases");
    }

    @Override
    public Report<Database> run(Arguments arguments) {
        List<Database> databases = catalog.databases();
        return Report.ok(Database.COLUMNS, databases, Plural.of(databases.size(), "database"));
    }
}
