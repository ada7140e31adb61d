package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Column.Room;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table a terminal has room for. The widest that can be spared goes first, and comes back when another
 * one had to go after it and left enough room.
 */
final class FittingColumns<R> {
    private final List<Column<R>> columns;
    private final int[] widths;
    private final List<Integer> leftOut = new ArrayList<>();

    /** @param widths of the columns; may change until they are to be fitted */
    FittingColumns(List<Column<R>> columns, int[] widths) {
        this.columns = columns;
        this.widths = widths;
    }

    /** False when even the columns that cannot be spared are too wide; then none is left out. */
    boolean into(@Nullable Integer terminalWidth) {
        if (terminalWidth == null || terminalWidth <= 0) {
            return true;
        }
        while (width() > terminalWidth) {
            int widest = widestSpare();
            if (widest < 0) {
                leftOut.clear();
                return false;
            }
            leftOut.add(widest);
        }
        for (Integer column : List.copyOf(leftOut)) {
            leftOut.remove(column);
            if (width() > terminalWidth) {
                leftOut.add(column);
            }
        }
        return true;
    }

    /** The numbers of those that are shown. */
    int[] shown() {
        int[] shown = new int[widths.length - leftOut.size()];
        int next = 0;
        for (int column = 0; column < widths.length; column++) {
            if (!leftOut.contains(column)) {
                shown[next++] = column;
            }
        }
        return shown;
    }

    /** The keys of the others, in the order of the columns. */
    List<String> leftOut() {
        List<String> keys = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            if (leftOut.contains(column)) {
                keys.add(columns.get(column).key());
            }
        }
        return keys;
    }

    private int width() {
        int width = -TableLines.GAP;
        for (int column : shown()) {
            width += widths[column] + TableLines.GAP;
        }
        return width;
    }

    private int widestSpare() {
        int widest = -1;
        for (int column : shown()) {
            boolean spare = columns.get(column).room() == Room.SPARE;
            if (spare && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }
}
