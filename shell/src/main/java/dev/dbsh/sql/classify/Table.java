package dev.dbsh.sql.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of one of our text files that have columns. */
final class Table {
    private Table() {}

    /** The columns of each line that is neither empty nor a comment. */
    static List<List<String>> read(String file) {
        List<List<String>> lines = new ArrayList<>();
        try (InputStream in = Table.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + Table.class.getName());
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    lines.add(columns(line));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Without String.split: its patterns cost more at start-up than all the rest of this.
    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        int from = 0;
        for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
            columns.add(line.substring(from, bar).strip());
            from = bar + 1;
        }
        columns.add(line.substring(from).strip());
        return columns;
    }

    /** What follows the mark that a column has to begin with. */
    static String after(String mark, String column) {
        if (!column.startsWith(mark)) {
            throw new IllegalStateException("\"" + column + "\" does not begin with " + mark);
        }
        return column.substring(mark.length()).strip();
    }

    /** {@code -} and {@code stops}, or {@code passes} with a reason that is not looked at here. */
    static UnderReadOnly underReadOnly(String column) {
        if (column.equals("-")) {
            return UnderReadOnly.HARMLESS;
        }
        return column.equals("stops") ? UnderReadOnly.STOPPED : UnderReadOnly.PASSES;
    }
}
