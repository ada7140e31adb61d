package dev.dbsh.report;

import java.util.List;

/**
 * Further rows of another shape that belong to a report: the indexes beside a table's columns.
 *
 * @param key the key in the JSON object
 */
public record Section<R>(String key, List<Column<R>> columns, List<R> rows) {

    public Section {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
