package dev.dbsh.pg;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current row of a built-in statement, read by the aliases of its columns. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return Objects.requireNonNull(result.getString(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return result.getString(column);
    }

    public long number(String column) throws SQLException {
        long value = result.getLong(column);
        if (result.wasNull()) {
            throw new NullPointerException(column);
        }
        return value;
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : (Long) value;
    }

    public boolean flag(String column) throws SQLException {
        boolean value = result.getBoolean(column);
        if (result.wasNull()) {
            throw new NullPointerException(column);
        }
        return value;
    }

    public QualifiedName qualifiedName(String schemaColumn, String nameColumn) throws SQLException {
        return new QualifiedName(text(schemaColumn), text(nameColumn));
    }

    /** An array of texts; an empty list when it is null. */
    public List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object element : (Object[]) array.getArray()) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    /** Turns a row into a record. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }
}
