package dev.dbsh.catalog;

import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;

/** How a sequence is made. */
record SequenceShape(String type, long start, long min, long max, long increment, long cache, boolean cycles) {

    static final List<Column<SequenceShape>> COLUMNS = List.of(
            Column.text("type", SequenceShape::type),
            Column.number("start", SequenceShape::start),
            Column.number("min", SequenceShape::min),
            Column.number("max", SequenceShape::max),
            Column.number("increment", SequenceShape::increment),
            Column.number("cache", SequenceShape::cache),
            Column.text("cycles", SequenceShape::cycles));

    static SequenceShape of(Row row) throws SQLException {
        return new SequenceShape(
                row.text("type"),
                row.number("start_value"),
                row.number("min_value"),
                row.number("max_value"),
                row.number("increment"),
                row.number("cache"),
                row.flag("cycles"));
    }
}
