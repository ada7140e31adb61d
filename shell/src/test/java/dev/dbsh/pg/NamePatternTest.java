package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    private static final String CASES = """
            # typed        | schema | name
            orders         | %      | orders
            Orders*        | %      | orders%
            shop.*         | shop   | %
            sh*.ord*s      | sh%    | ord%s
            a_b            | %      | a\\_b
            100%           | %      | 100\\%
            a\\b           | %      | a\\\\b
            "Or*der"       | %      | Or*der
            ord?rs?        | %      | ord_rs_
            "ord?rs"       | %      | ord?rs
            "a.b".c        | a.b    | c
            "a""b"         | %      | a"b
            My"Sql"*       | %      | mySql%
            """;

    @ParameterizedTest
    @CsvSource(textBlock = CASES, delimiter = '|', quoteCharacter = '\u0001')
    void typedPatternBecomesLike(String typed, String schema, String name) {
        assertThat(NamePattern.parse(typed)).isEqualTo(new NamePattern(schema, name));
    }

    @Test
    void openQuoteAndThirdPartAreRefused() {
        assertThatThrownBy(() -> NamePattern.parse("\"orders")).hasMessageContaining("not closed");
        assertThatThrownBy(() -> NamePattern.parse("a.b.c")).hasMessageContaining("two parts");
    }
}
