package dev.dbsh.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.console.cursor.Kind;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.TestServer;
import dev.dbsh.testing.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tab offers inside SQL: each line of {@code completion.txt}. */
class SqlCompletionTest {
    private static TestDatabase database;
    private static Names names;

    /** A line of the file. */
    record Case(String typed, List<String> offered, boolean more) {
        static Case of(String line) {
            String[] sides = line.split("=>", 2);
            String offers = sides[1].strip();
            boolean more = offers.endsWith("...");
            String exact = more ? offers.substring(0, offers.length() - 3) : offers;
            return new Case(
                    sides[0].strip().replace("\\n", "\n"),
                    exact.isEmpty() ? List.of() : List.of(exact.split(" / ")),
                    more);
        }

        @Override
        public String toString() {
            return typed.replace("\n", "\\n");
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream file = SqlCompletionTest.class.getResourceAsStream("completion.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }

    @BeforeAll
    static void loadEverything() {
        database = TestDatabase.open(TestServer.newest().major(), "shop-to-complete");
        names = new Names(database::session);
        names.refresh();
        Waiting.until(
                "all names are there",
                () -> names.table(EnumSet.allOf(Kind.class)).names().keySet().equals(EnumSet.allOf(Kind.class)));
        List<QualifiedName> tables = Stream.of(Kind.TABLE, Kind.VIEW, Kind.FOREIGN_TABLE)
                .flatMap(names.table(Set.of())::of)
                .flatMap(list -> list.beginning("", schema -> !schema.equals("information_schema"), 1000).stream())
                .toList();
        Waiting.until("all columns are there", () -> names.columns().of(tables).size() == tables.size());
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void offers(Case line) {
        int cursor = line.typed().indexOf('|');
        String text = line.typed().substring(0, cursor) + line.typed().substring(cursor + 1);

        List<String> offered = Tab.at(names, text, cursor).stream()
                .map(SqlCompletionTest::shown)
                .toList();

        if (line.more()) {
            assertThat(offered)
                    .startsWith(line.offered().toArray(String[]::new))
                    .hasSizeGreaterThan(line.offered().size());
        } else {
            assertThat(offered).isEqualTo(line.offered());
        }
    }

    private static String shown(Candidate candidate) {
        return candidate.value() + (candidate.complete() ? "" : "~");
    }
}
