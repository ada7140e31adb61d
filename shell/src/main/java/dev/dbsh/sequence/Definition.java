package dev.dbsh.sequence;

import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.sql.SQLException;
import java.util.List;

/** How a sequence is made, as the catalog has it. */
record Definition(String type, long start, Steps steps, String owner, String persistence) {
    static final List<Column<Definition>> COLUMNS = List.of(
            Column.text("type", Definition::type),
            Column.number("start", Definition::start),
            Column.number("min", definition -> definition.steps().range().low()),
            Column.number("max", definition -> definition.steps().range().high()),
            Column.number("increment", definition -> definition.steps().increment()),
            Column.number("cache", definition -> definition.steps().cache()),
            Column.text("cycle", definition -> definition.steps().cycles()),
            Column.text("persistence", Definition::persistence),
            Column.text("owner", Definition::owner));

    static Definition of(Row row) throws SQLException {
        return new Definition(
                row.text("type"),
                row.number("start_value"),
                new Steps(
                        row.number("increment"),
                        new Range(row.number("min_value"), row.number("max_value")),
                        row.number("cache"),
                        row.flag("cycles")),
                row.text("owner"),
                row.text("persistence"));
    }
}
