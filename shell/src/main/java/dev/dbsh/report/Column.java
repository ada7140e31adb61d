package dev.dbsh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a report, declared once for every format.
 *
 * <p>A value is null or one of: String, Long, Integer, BigDecimal, Double, Boolean, {@code Instant}, {@code Duration}
 * (under a key that ends in {@code _seconds}), {@link LongText}, {@link Drawn}, a List of these, a Map from String to these. Its class
 * decides how JSON writes it.
 *
 * @param key the published key: lower snake case, with the unit in it when there is one
 * @param room how a table for people has room for it
 * @param typed the value for JSON, where a type says more than the text that people read; a row is asked for either
 */
public record Column<R>(
        String key,
        Align align,
        Value<? super R> value,
        Value<? super R> typed,
        Function<? super R, Meaning> meaning,
        Room room) {

    /** A column of words and names. */
    public static <R> Column<R> text(String key, Value<? super R> value) {
        return new Column<>(key, Align.LEFT, value, value, row -> Meaning.PLAIN, Room.ALWAYS);
    }

    /** A column of numbers, sizes or durations. */
    public static <R> Column<R> number(String key, Value<? super R> value) {
        return new Column<>(key, Align.RIGHT, value, value, row -> Meaning.PLAIN, Room.ALWAYS);
    }

    /** The same column, with another value for JSON. */
    public Column<R> typed(Value<? super R> other) {
        return new Column<>(key, align, value, other, meaning, room);
    }

    /** The same column, coloured by what its rows mean. */
    public Column<R> meaning(Function<? super R, Meaning> judgement) {
        return new Column<>(key, align, value, typed, judgement, room);
    }

    /** The same column for programs and for single records: a table has no room for it. */
    public Column<R> asDetail() {
        return new Column<>(key, align, value, typed, meaning, Room.NEVER);
    }

    /** The same column, which a table leaves out when the terminal is too narrow for all of them. */
    public Column<R> asSpare() {
        return new Column<>(key, align, value, typed, meaning, Room.SPARE);
    }

    /** Those of them that a table shows. */
    public static <R> List<Column<R>> forTable(List<Column<R>> columns) {
        List<Column<R>> shown = new ArrayList<>();
        for (Column<R> column : columns) {
            if (column.room() != Room.NEVER) {
                shown.add(column);
            }
        }
        return shown;
    }

    public @Nullable Object of(R row) {
        return value.of(row);
    }

    /** The same for JSON. */
    public @Nullable Object typedOf(R row) {
        return typed.of(row);
    }

    /** How a table for people has room for a column. */
    public enum Room {
        ALWAYS,
        /** Left out when the terminal is too narrow. */
        SPARE,
        NEVER
    }

    /** Takes one column's value out of a row. */
    @FunctionalInterface
    public interface Value<R> {
        @Nullable
        Object of(R row);
    }
}
