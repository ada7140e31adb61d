package dev.dbsh.catalog;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.List;

/** {@code schemas} */
public final class SchemaList implements ReportCommand {
    private final Catalog catalog;

    public SchemaList(Session session) {
        this.catalog = new Catalog(session);
    }

    @Override
    public Signature signature() {
        return Signature.query("schemas", Signature.Group.CATALOG, "List schemas with what is in them", "schemas");
    }

    @Override
    public Report<Schema> run(Arguments arguments) {
        List<Schema> schemas = catalog.schemas();
        return Report.ok(Schema.COLUMNS, schemas, Plural.of(schemas.size(), "schema"));
    }
}
