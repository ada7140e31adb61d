package dev.dbsh.catalog;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Signature;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TypedName;
import dev.dbsh.report.Nearest;
import dev.dbsh.report.Plural;
import dev.dbsh.report.Report;
import java.util.List;
import java.util.Optional;

/** {@code describe NAME} */
public final class Describe implements ReportCommand {
    private static final Parameter NAME = Parameter.required("NAME", Parameter.Takes.NAME, Completion.RELATIONS);

    private final Catalog catalog;

    public Describe(Session session) {
        this.catalog = new Catalog(session);
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "describe",
                        Signature.Group.CATALOG,
                        "Show a table, view, index, sequence or function with all that hangs on it",
                        "describe orders")
                .taking(NAME);
    }

    @Override
    public Report<?> run(Arguments arguments) {
        TypedName name = parsed(arguments.text(NAME));
        List<String> schemas = name.schema() == null ? catalog.searchPath() : List.of(name.schema());
        Optional<Relation> relation = catalog.findRelation(schemas, name.name());
        if (relation.isPresent()) {
            return new Description(catalog, relation.get()).report();
        }
        List<Function> functions = catalog.functions(schemas, name);
        if (functions.isEmpty()) {
            throw unknown(name);
        }
        return Report.ok(Function.COLUMNS, functions, Plural.of(functions.size(), "function") + " of that name");
    }

    private static TypedName parsed(String typed) {
        try {
            return TypedName.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(String.valueOf(e.getMessage()), "usage: describe NAME");
        }
    }

    private Refusal unknown(TypedName name) {
        List<QualifiedName> names = catalog.names();
        Optional<QualifiedName> near = name.schema() == null
                ? nearestInAnySchema(names, name.name())
                : nearestWithSchema(names, new QualifiedName(name.schema(), name.name()));
        String typed = name.schema() == null
                ? Identifier.readable(name.name())
                : new QualifiedName(name.schema(), name.name()).toString();
        return Refusal.of(
                Refusal.Kind.NOT_POSSIBLE,
                "there is no relation or function " + typed + (name.schema() == null ? " in the search path" : ""),
                near.map(found -> "did you mean describe " + found + "?").orElse("type tables for all of them"));
    }

    private static Optional<QualifiedName> nearestInAnySchema(List<QualifiedName> names, String name) {
        return Nearest.to(name, names.stream().map(QualifiedName::name).toList())
                .flatMap(near -> names.stream()
                        .filter(candidate -> candidate.name().equals(near))
                        .findFirst());
    }

    private static Optional<QualifiedName> nearestWithSchema(List<QualifiedName> names, QualifiedName name) {
        return Nearest.to(
                        name.toString(),
                        names.stream().map(QualifiedName::toString).toList())
                .flatMap(near -> names.stream()
                        .filter(candidate -> candidate.toString().equals(near))
                        .findFirst());
    }
}
