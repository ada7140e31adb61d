package dev.dbsh.catalog;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.List;

/** {@code roles} */
public final class RoleList implements ReportCommand {
    private final Catalog catalog;

    public RoleList(Session session) {
        this.catalog = new Catalog(session);
    }

    @Override
    public Signature signature() {
        return Signature.query("roles", Signature.Group.CATALOG, "List roles and what they may do", "roles");
    }

    @Override
    public Report<Role> run(Arguments arguments) {
        List<Role> roles = catalog.roles();
        return Report.ok(Role.COLUMNS, roles, Plural.of(roles.size(), "role"));
    }
}
