package dev.dbsh.console.cursor;

import static dev.dbsh.console.cursor.Kind.*;

import dev.dbsh.console.cursor.Wanted.Manner;
import java.util.List;
import java.util.Map;

/** What can stand inside a string: the names that certain functions and types read from it. */
final class LiteralPlace {
    private static final Wanted RELATION = Wanted.names(TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX);
    private static final Wanted STORED = Wanted.names(TABLE, MATERIALIZED_VIEW, INDEX, SEQUENCE);
    private static final Wanted READ = Wanted.names(TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW);

    /** What the first argument of a function names. */
    private static final Map<String, Wanted> FIRST_ARGUMENTS = Map.ofEntries(
            Map.entry("nextval", Wanted.names(SEQUENCE)),
            Map.entry("setval", Wanted.names(SEQUENCE)),
            Map.entry("currval", Wanted.names(SEQUENCE)),
            Map.entry("pg_sequence_last_value", Wanted.names(SEQUENCE)),
            Map.entry("pg_sequence_parameters", Wanted.names(SEQUENCE)),
            Map.entry("pg_get_serial_sequence", Wanted.names(TABLE, FOREIGN_TABLE)),
            Map.entry("to_regclass", RELATION),
            Map.entry("to_regtype", Wanted.names(TYPE)),
            Map.entry("to_regproc", Wanted.names(FUNCTION, PROCEDURE)),
            Map.entry("to_regrole", Wanted.names(ROLE)),
            Map.entry("to_regnamespace", Wanted.names(SCHEMA)),
            Map.entry("pg_relation_size", STORED),
            Map.entry("pg_total_relation_size", Wanted.names(TABLE, MATERIALIZED_VIEW)),
            Map.entry("pg_table_size", Wanted.names(TABLE, MATERIALIZED_VIEW)),
            Map.entry("pg_indexes_size", Wanted.names(TABLE, MATERIALIZED_VIEW)),
            Map.entry("pg_relation_filepath", STORED),
            Map.entry("pg_relation_filenode", STORED),
            Map.entry("pg_prewarm", STORED),
            Map.entry("pgstattuple", STORED),
            Map.entry("pgstatindex", Wanted.names(INDEX)),
            Map.entry("bt_index_check", Wanted.names(INDEX)),
            Map.entry("bt_index_parent_check", Wanted.names(INDEX)),
            Map.entry("pg_get_viewdef", Wanted.names(VIEW, MATERIALIZED_VIEW)),
            Map.entry("pg_get_indexdef", Wanted.names(INDEX)),
            Map.entry("pg_partition_tree", Wanted.names(TABLE, INDEX)),
            Map.entry("pg_partition_root", Wanted.names(TABLE, INDEX)),
            Map.entry("pg_partition_ancestors", Wanted.names(TABLE, INDEX)),
            Map.entry("row_security_active", Wanted.names(TABLE)),
            Map.entry("has_table_privilege", READ),
            Map.entry("has_sequence_privilege", Wanted.names(SEQUENCE)),
            Map.entry("current_setting", Wanted.names(SETTING)),
            Map.entry("set_config", Wanted.names(SETTING)));

    private static final Map<String, Wanted> TYPES = Map.of(
            "regclass", RELATION,
            "regproc", Wanted.names(FUNCTION, PROCEDURE),
            "regtype", Wanted.names(TYPE),
            "regrole", Wanted.names(ROLE),
            "regnamespace", Wanted.names(SCHEMA));

    private LiteralPlace() {}

    /** @param level of the cursor, without the string itself */
    static Wanted wanted(Level level) {
        int place = level.cursor();
        boolean cast = level.node(place).isSign("::") || level.node(place).is("as");
        String type = cast ? typeName(level.node(place + 1)) : typeName(level.node(place - 1));
        Wanted typed = TYPES.get(type);
        return typed == null ? argument(level) : typed;
    }

    private static String typeName(Node node) {
        return node.names().isEmpty() ? "" : node.lastName();
    }

    private static Wanted argument(Level level) {
        Level outer = level.outer();
        if (outer == null) {
            return Wanted.NOTHING;
        }
        String function = typeName(outer.node(outer.cursor() - 1));
        if (level.cursor() == 0) {
            return FIRST_ARGUMENTS.getOrDefault(function, Wanted.NOTHING);
        }
        boolean second = level.cursor() == 2 && level.node(1).isSign(",");
        return second ? secondArgument(function, level.node(0)) : Wanted.NOTHING;
    }

    private static Wanted secondArgument(String function, Node first) {
        if (function.equals("has_table_privilege") || function.equals("has_sequence_privilege")) {
            return FIRST_ARGUMENTS.getOrDefault(function, Wanted.NOTHING);
        }
        if (!function.equals("pg_get_serial_sequence") || first.type() != Node.Type.VALUE) {
            return Wanted.NOTHING;
        }
        PartialName table = PartialName.of(first.text());
        return Wanted.columns(List.of(Source.table(table.parts(), table.name())), Manner.RAW);
    }
}
