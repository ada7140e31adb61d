package dev.dbsh.sequence;

import dev.dbsh.pg.Row;
import dev.dbsh.report.Column;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** Stored values without a gap that a sequence has not handed out yet: whoever wrote them gave them explicitly. */
record Block(String column, BigDecimal first, BigDecimal last, long values) {
    static final List<Column<Block>> COLUMNS = List.of(
            Column.text("column", Block::column),
            Column.number("first", block -> Stored.shown(block.first())),
            Column.number("last", block -> Stored.shown(block.last())),
            Column.number("values", Block::values));

    static Block of(FedColumn column, Row row) throws SQLException {
        return new Block(
                column.toString(),
                Numeric.of(row.text("first_value")),
                Numeric.of(row.text("last_value")),
                row.number("stored_values"));
    }
}
