package dev.dbsh.sequence;

import dev.dbsh.report.Column;
import java.util.List;

/** The first of the values near the end of a column's range, far beyond all others, which no repair gets past. */
record Outliers(String column, List<String> values) {
    static final List<Column<Outliers>> COLUMNS =
            List.of(Column.text("column", Outliers::column), Column.text("values", Outliers::values));

    Outliers {
        values = List.copyOf(values);
    }
}
