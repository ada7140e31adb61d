package dev.dbsh.render;

import dev.dbsh.report.Column;
import dev.dbsh.report.Column.Room;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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
        return IntStream.range(0, widths.length)
                .filter(column -> !leftOut.contains(column))
                .toArray();
    }

    /** The keys of the others, in the order of the columns. */
    List<String> leftOut() {
        return leftOut.stream()
                .sorted()
                .map(column -> columns.get(column).key())
                .toList();
    }

    private int width() {
        int[] shown = shown();
        return IntStream.of(shown).map(column -> widths[column]).sum() + TableLines.GAP * (shown.length - 1);
    }

    private int widestSpare() {
        return IntStream.of(shown())
                .filter(column -> columns.get(column).room() == Room.SPARE)
                .boxed()
                .max(Comparator.comparingInt(column -> widths[column]))
                .orElse(-1);
    }
}
