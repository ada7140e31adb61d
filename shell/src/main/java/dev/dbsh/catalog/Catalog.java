package dev.dbsh.catalog;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.TypedName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is in the connected database. */
final class Catalog {
    private static final Sql SEARCH_PATH = Sql.of(Catalog.class, "search-path.sql");
    private static final Sql RELATION = Sql.of(Catalog.class, "find-relation.sql");
    private static final Sql NAMES = Sql.of(Catalog.class, "relation-names.sql");
    private static final Sql TABLES = Sql.of(Catalog.class, "tables.sql");
    private static final Sql FUNCTIONS = Sql.of(Catalog.class, "functions.sql");
    private static final Sql SCHEMAS = Sql.of(Catalog.class, "schemas.sql");
    private static final Sql DATABASES = Sql.of(Catalog.class, "databases.sql");
    private static final Sql ROLES = Sql.of(Catalog.class, "roles.sql");

    private final Session session;

    Catalog(Session session) {
        this.session = session;
    }

    /** The schemas in which a name without one is looked for, in their order. */
    List<String> searchPath() {
        return session.one(Reads.SEARCH_PATH, SEARCH_PATH, row -> row.texts("schemas"));
    }

    /** The relation that is meant in those schemas. */
    Optional<Relation> findRelation(List<String> schemas, String name) {
        return list(RELATION, Relation::of, schemas.toArray(String[]::new), name).stream()
                .findFirst();
    }

    /** The functions of that name in those schemas. */
    List<Function> functions(List<String> schemas, TypedName name) {
        return list(FUNCTIONS, Function::of, "%", likeItself(name.name()), name.schema()).stream()
                .filter(function -> schemas.contains(function.name().schema()))
                .toList();
    }

    private static String likeItself(String name) {
        return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** The names of everything that can be described. */
    List<QualifiedName> names() {
        return list(NAMES, row -> row.qualifiedName("schema_name", "name"));
    }

    List<TableEntry> tables(Filter filter) {
        return list(
                TABLES,
                TableEntry::of,
                filter.pattern().schemaLike(),
                filter.pattern().nameLike(),
                filter.schema());
    }

    List<Function> functions(Filter filter) {
        return list(
                FUNCTIONS,
                Function::of,
                filter.pattern().schemaLike(),
                filter.pattern().nameLike(),
                filter.schema());
    }

    List<Schema> schemas() {
        return list(SCHEMAS, Schema::of);
    }

    List<Database> databases() {
        return list(DATABASES, Database::of);
    }

    List<Role> roles() {
        return list(ROLES, Role::of);
    }

    /** Reads what a file of this package says; the rows of a relation's parts are read by their own records. */
    <T> List<T> list(Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return session.list(Reads.CATALOG, sql, reader, arguments);
    }
}
