package dev.dbsh.advice;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Sql;
import dev.dbsh.report.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that exist and are nearest to one that does not. */
final class NearNames {
    private static final Sql RELATIONS = Sql.of(NearNames.class, "near-relations.sql");
    private static final Sql COLUMNS = Sql.of(NearNames.class, "near-columns.sql");
    private static final Sql FUNCTIONS = Sql.of(NearNames.class, "near-functions.sql");
    private static final Sql TYPES = Sql.of(NearNames.class, "near-types.sql");

    private static final List<String> SQL_TYPES = List.of(
            "bigint",
            "boolean",
            "character",
            "decimal",
            "double precision",
            "integer",
            "real",
            "smallint",
            "timestamp");
    private static final int MOST_SIGNATURES = 3;

    private NearNames() {}

    static Suggestion ofRelation(Mishap mishap) {
        return near(mishap, RELATIONS, List.of());
    }

    static Suggestion ofType(Mishap mishap) {
        return near(mishap, TYPES, SQL_TYPES);
    }

    private static Suggestion near(Mishap mishap, Sql names, List<String> others) {
        List<String> typed = mishap.pointedAt();
        if (typed.isEmpty()) {
            return Suggestion.NONE;
        }
        String name = typed.get(typed.size() - 1);
        Map<String, String> known = new LinkedHashMap<>();
        others.forEach(other -> known.put(other, other));
        List<QualifiedName> found = mishap.session()
                .list(Reads.CATALOG, names, row -> row.qualifiedName("schema_name", "name"), name, distance(name));
        for (QualifiedName each : found) {
            known.putIfAbsent(typed.size() > 1 ? each.schema() + "." + each.name() : each.name(), shown(each));
        }
        String whole = String.join(".", typed.subList(Math.max(0, typed.size() - 2), typed.size()));
        return didYouMean(
                Nearest.to(whole, known.keySet()).map(known::get).stream().toList());
    }

    static Suggestion ofColumn(Mishap mishap) {
        List<String> typed = mishap.pointedAt();
        if (typed.isEmpty() || mishap.failure().hint() != null) {
            return Suggestion.NONE;
        }
        String[] words = mishap.words().toArray(new String[0]);
        List<String> columns = mishap.session().list(Reads.CATALOG, COLUMNS, row -> row.text("name"), (Object) words);
        return didYouMean(Nearest.to(typed.get(typed.size() - 1), columns).map(Identifier::readable).stream()
                .toList());
    }

    private record Function(QualifiedName name, boolean same, String arguments) {}

    static Suggestion ofFunction(Mishap mishap) {
        List<String> typed = mishap.pointedAt();
        if (typed.isEmpty()) {
            return Suggestion.NONE;
        }
        String name = typed.get(typed.size() - 1);
        List<Function> functions = mishap.session()
                .list(
                        Reads.CATALOG,
                        FUNCTIONS,
                        row -> new Function(
                                row.qualifiedName("schema_name", "name"),
                                row.flag("same"),
                                String.valueOf(row.textOrNull("arguments"))),
                        name,
                        distance(name));
        List<String> signatures = new ArrayList<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (Function function : functions) {
            if (function.same()) {
                signatures.add(shown(function.name()) + "(" + function.arguments() + ")");
            }
            others.putIfAbsent(function.name().name(), shown(function.name()));
        }
        if (signatures.isEmpty()) {
            return didYouMean(
                    Nearest.to(name, others.keySet()).map(others::get).stream().toList());
        }
        return Suggestion.words("there is "
                + String.join(", ", signatures.subList(0, Math.min(MOST_SIGNATURES, signatures.size())))
                + (signatures.size() > MOST_SIGNATURES ? " and others" : ""));
    }

    private static Suggestion didYouMean(List<String> names) {
        return names.isEmpty() ? Suggestion.NONE : Suggestion.words("did you mean " + names.get(0) + "?");
    }

    private static String shown(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? name.name() : name.toString();
    }

    // What Nearest allows.
    private static int distance(String name) {
        return Math.max(1, name.length() / 3);
    }
}
