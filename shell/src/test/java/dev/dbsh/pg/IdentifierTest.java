package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.TestServer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdentifierTest {
    private static final String KEYWORDS_IN_QUOTES =
            "select word from pg_get_keywords() where quote_ident(word) <> word order by word";

    @Test
    void keywordsAreQuotedThatAnyServerQuotes() throws SQLException {
        SortedSet<String> quotedByServers = new TreeSet<>();
        SortedSet<String> known = new TreeSet<>();
        for (int major : TestServer.majors()) {
            try (TestDatabase database = TestDatabase.open(major, "drifted-sequences")) {
                quotedByServers.addAll(database.list(KEYWORDS_IN_QUOTES));
                known.addAll(database.list("select word from pg_get_keywords()"));
            }
        }
        SortedSet<String> quotedByUs = new TreeSet<>(known);
        quotedByUs.removeIf(word -> Identifier.readable(word).equals(word));

        assertThat(quotedByUs).isEqualTo(quotedByServers);
    }

    @Test
    void anyNameIsWrittenAsTheServerWritesIt() throws SQLException {
        long seed = Long.getLong("seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        try (TestDatabase database = TestDatabase.open(TestServer.newest().major(), "drifted-sequences");
                PreparedStatement quote = database.connection().prepareStatement("select quote_ident(?)")) {
            for (int round = 0; round < 3_000; round++) {
                String name = name(random, 1 + round % 6);
                quote.setString(1, name);
                try (ResultSet rows = quote.executeQuery()) {
                    rows.next();
                    assertThat(Identifier.readable(name)).as("-Dseed=%d", seed).isEqualTo(rows.getString(1));
                }
            }
        }
    }

    @Test
    void sqlTextIsAlwaysQuoted() {
        assertThat(new SimpleName("id").quoted()).isEqualTo("\"id\"");
        assertThat(new QualifiedName("public", "a\"; drop table x; --").quoted())
                .isEqualTo("\"public\".\"a\"\"; drop table x; --\"");
    }

    @Test
    void operatorReadsQuotesOnlyWhereTheyAreNeeded() {
        assertThat(new QualifiedName("public", "orders")).hasToString("public.orders");
        assertThat(new QualifiedName("public", "Order Lines")).hasToString("public.\"Order Lines\"");
        assertThat(new SimpleName("user")).hasToString("\"user\"");
    }

    private static String name(SplittableRandom random, int length) {
        String alphabet = "abcxyz_019$AZ\"'.- äß漢\n\\";
        return random.ints(length, 0, alphabet.length())
                .mapToObj(at -> alphabet.substring(at, at + 1))
                .reduce("", String::concat);
    }
}
