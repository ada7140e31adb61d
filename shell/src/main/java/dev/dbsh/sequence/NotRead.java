package dev.dbsh.sequence;

import dev.dbsh.report.Column;
import java.util.List;

/** A part of what is told about a sequence that could not be read, and why. */
record NotRead(String what, String reason) {
    static final List<Column<NotRead>> COLUMNS =
            List.of(Column.text("what", NotRead::what), Column.text("reason", NotRead::reason));
}
