package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyLineTest {
    private static final String LINES = """
            # typed                                              | file      | sent
            orders to f.csv                                      | f.csv     | COPY orders TO STDOUT
            orders (id, "to") TO f.csv with (format csv, header) | f.csv     | COPY orders (id, "to") TO STDOUT with (format csv, header)
            (select 'a to b' from t) to /tmp/f csv               | /tmp/f    | COPY (select 'a to b' from t) TO STDOUT csv
            (select $$ to $$ from (select 1) x) to "my f;.csv"   | my f;.csv | COPY (select $$ to $$ from (select 1) x) TO STDOUT
            s."from" from "a""b" ;                               | a"b       | COPY s."from" FROM STDIN
            orders from - where id > 1                           | -         | COPY orders FROM STDIN where id > 1
            orders to f with (delimiter ';');                    | f         | COPY orders TO STDOUT with (delimiter ';')
            """;

    @ParameterizedTest
    @CsvSource(textBlock = LINES, delimiter = '|', quoteCharacter = '\0')
    void onlyTheFileIsOurs(String typed, String file, String sent) {
        assertThat(CopyLine.find(typed)).isPresent();
        assertThat(CopyLine.of(List.of(typed)).file()).isEqualTo(file);
        assertThat(CopyLine.of(List.of(typed)).statement()).isEqualTo(sent);
    }

    @Test
    void wordsOfTheSystemNeedNoQuotes() {
        CopyLine line = CopyLine.of(List.of("(select 'x to y')", "to", "my file.csv", "with", "(format csv)"));

        assertThat(line).isEqualTo(new CopyLine("(select 'x to y')", true, "my file.csv", "with (format csv)"));
        assertThat(CopyLine.of(List.of("orders", "from", "to"))).isEqualTo(new CopyLine("orders", false, "to", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders to '/on/the/server'",
                "orders to stdout",
                "orders from STDIN with (format csv)",
                "orders to program 'gzip'",
                "(select 1 to x",
                "orders",
                "to",
                "orders to",
                "orders to \"open"
            })
    void copyOfTheServerIsNotThisOne(String typed) {
        assertThat(CopyLine.find(typed)).isEmpty();
        assertThatThrownBy(() -> CopyLine.of(List.of(typed))).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingElseHasRoomOnTheLine() {
        assertThatThrownBy(() -> CopyLine.of(List.of("orders to f; delete from orders")))
                .hasMessage("copy takes the whole of its line");
    }
}
