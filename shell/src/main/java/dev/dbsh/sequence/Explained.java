package dev.dbsh.sequence;

import dev.dbsh.report.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a key that was stored twice, and the sequence that feeds it.
 *
 * @param value that was stored already; null when the message does not tell
 * @param state of its sequence; null when none feeds it
 * @param finding what it has to do with the message
 */
record Explained(
        NamedKey key,
        String column,
        @Nullable String value,
        @Nullable SequenceState state,
        String finding) {
    static final List<Column<Explained>> COLUMNS = List.of(
            Column.text("index", explained -> explained.key().index().toString()),
            Column.text("table", explained -> explained.key().table().toString()),
            Column.text("column", Explained::column),
            Column.text("value", Explained::value),
            Column.text(
                    "sequence",
                    explained -> explained.state() == null
                            ? null
                            : explained.state().sequence().name().toString()),
            Column.number(
                    "next",
                    explained ->
                            explained.state() == null ? null : explained.state().next()),
            Column.number("behind", Explained::behind),
            Column.text("finding", Explained::finding));

    boolean isBehind() {
        return state != null && state.isBehind();
    }

    private @Nullable Object behind() {
        BigInteger gap = state == null || !state.isBehind() ? null : state.gap();
        if (gap == null) {
            return null;
        }
        BigInteger behind = gap.negate();
        return behind.bitLength() < Long.SIZE ? (Object) behind.longValue() : new BigDecimal(behind);
    }
}
