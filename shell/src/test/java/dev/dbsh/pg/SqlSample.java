package dev.dbsh.pg;

import dev.dbsh.testing.BundledSql;
import dev.dbsh.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names and values to run any built-in statement with.
 *
 * @param relation the object that the statement is asked about, when it is asked about one
 * @param filters whether further filters are filled in; a filter may hide the rest of its statement
 */
record SqlSample(long relation, Locks locks, boolean filters) {
    private static final Map<String, Identifier> NAMES = Map.of(
            "table", new QualifiedName("public", "orders"),
            "column", new SimpleName("id"),
            "sequence", new QualifiedName("public", "orders_id_seq"),
            "furthest", new SimpleName("max"),
            "nearest", new SimpleName("min"));

    /** Whether another session holds the relations, as the product finds out before it asks for certain things. */
    enum Locks {
        HELD,
        NONE
    }

    /** One for each relation of the database. */
    static List<SqlSample> with(Locks locks, TestDatabase database) {
        List<SqlSample> samples = new ArrayList<>();
        for (String relation : database.list("select c.oid from pg_catalog.pg_class c join pg_catalog.pg_namespace n"
                + " on n.oid = c.relnamespace where n.nspname in ('public', 'Back Office') order by c.oid")) {
            samples.add(new SqlSample(Long.parseLong(relation), locks, samples.size() % 2 == 1));
        }
        return samples;
    }

    /** Runs the statement as the product does; empty when all went well. */
    String stateAfter(Session session, BundledSql file) {
        Sql sql = Sql.of(Session.class, file.resource());
        for (String placeholder : file.placeholders()) {
            if (!NAMES.containsKey(placeholder)) {
                throw new AssertionError("no sample for {" + placeholder + "}");
            }
            sql = sql.with(placeholder, NAMES.get(placeholder));
        }
        try {
            session.list(
                    reads(file),
                    sql,
                    row -> row,
                    file.arguments().stream().map(this::value).toArray());
            return "";
        } catch (SqlFailure e) {
            return e.sqlState() + (e.sqlState().equals("55P03") ? "" : " " + e.getMessage());
        }
    }

    private static Reads reads(BundledSql file) {
        if (file.needsSearchPath()) {
            return Reads.SEARCH_PATH;
        }
        return file.readsTables() ? Reads.TABLES : Reads.CATALOG;
    }

    private Object value(BundledSql.Argument argument) {
        return switch (argument.type()) {
            case "smallint", "integer", "numeric" -> 1L;
            case "bigint", "oid" -> argument.name().endsWith("id") ? relation : 1L;
            case "boolean" -> argument.name().equals("locked") ? locks == Locks.HELD : filters;
            case "text", "name" -> text(argument.name());
            case "text[]", "name[]" -> new String[] {"public", "pg_catalog"};
            case "bigint[]", "oid[]" -> new Long[] {relation};
            case "integer[]" -> new Integer[] {1};
            default -> throw new AssertionError("no sample of type " + argument.type());
        };
    }

    private String text(String name) {
        if (name.endsWith("_like")) {
            return "%";
        }
        if (name.equals("name")) {
            return "orders";
        }
        if (name.equals("setting")) {
            return "dbsh.sample";
        }
        return filters ? "public" : null;
    }
}
