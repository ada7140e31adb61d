package dev.dbsh.sequence;

import dev.dbsh.pg.ServerVersion;
import dev.dbsh.report.Column;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that uses a sequence, or may.
 *
 * @param what the column, or the table or routine when no column is known
 * @param range what it can take; null when that is not known
 */
record Consumer(
        String what, How how, String knownBy, @Nullable Range range) {
    private static final int IDENTITY_OF_PARTITIONS = 17;

    static final List<Column<Consumer>> COLUMNS = List.of(
            Column.text("consumer", Consumer::what),
            Column.text("how", consumer -> consumer.how().word()),
            Column.text("known_by", Consumer::knownBy),
            Column.number(
                    "takes_from",
                    consumer ->
                            consumer.range() == null ? null : consumer.range().low()),
            Column.number(
                    "takes_to",
                    consumer ->
                            consumer.range() == null ? null : consumer.range().high()));

    static List<Consumer> of(Sequence sequence, ServerVersion server) {
        return Stream.concat(
                        sequence.columns().stream().map(column -> of(column, server)),
                        sequence.mentions().stream()
                                .filter(mention -> mention.column() == null)
                                .map(Consumer::of))
                .toList();
    }

    private static Consumer of(FedColumn column, ServerVersion server) {
        return new Consumer(
                column.toString(), column.how(), knownBy(column, server), column.compared() ? column.range() : null);
    }

    private static Consumer of(Mention mention) {
        FedTable table = mention.table();
        return new Consumer(table == null ? mention.by() : table.toString(), How.POSSIBLE, named(mention), null);
    }

    private static String named(Mention mention) {
        return mention.by().startsWith("function ") ? mention.by() + " names it" : mention.by() + " depends on it";
    }

    private static String knownBy(FedColumn column, ServerVersion server) {
        return switch (column.how()) {
            case IDENTITY ->
                column.table().partitioned() && !server.atLeast(IDENTITY_OF_PARTITIONS)
                        ? "the identity of the column; an insert into a partition itself needs an id, else 23502"
                        : "the identity of the column";
            case OWNED ->
                column.compared()
                        ? "the column's default, and the column owns it"
                        : "the column owns it and does not use it";
            case DEFAULT -> "the column's default";
            case EXPRESSION -> "the column's default makes something else of it";
            case POSSIBLE -> "the column's default names it as text";
        };
    }
}
