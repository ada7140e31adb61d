package dev.dbsh.sequence;

import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.TypedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may use the sequences of the database, by the sequence's oid. */
final class Mentions {
    private static final Sql MENTIONS = Sql.of(Mentions.class, "mentions.sql");

    private final Map<Long, List<Mention>> bySequence = new HashMap<>();

    private Mentions() {}

    static Mentions read(Session session) {
        Mentions mentions = new Mentions();
        session.list(
                Reads.CATALOG,
                MENTIONS,
                row -> mentions.bySequence
                        .computeIfAbsent(row.number("sequence_id"), id -> new ArrayList<>())
                        .add(Mention.of(row)));
        return mentions;
    }

    List<Mention> of(long sequence) {
        return bySequence.getOrDefault(sequence, List.of());
    }

    /** The sequences that something about the table names; none when no table is given. */
    Long[] about(@Nullable TypedName table) {
        List<Long> ids = new ArrayList<>();
        bySequence.forEach((id, mentions) -> {
            if (table != null && mentions.stream().anyMatch(mention -> isAbout(mention, table))) {
                ids.add(id);
            }
        });
        return ids.toArray(Long[]::new);
    }

    private static boolean isAbout(Mention mention, TypedName table) {
        FedTable fed = mention.table();
        return fed != null
                && fed.name().name().equals(table.name())
                && (table.schema() == null || table.schema().equals(fed.name().schema()));
    }
}
