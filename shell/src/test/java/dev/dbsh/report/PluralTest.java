package dev.dbsh.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
                    1 | sequence  | 1 sequence
                    0 | sequence  | 0 sequences
                    2 | index     | 2 indexes
                    3 | query     | 3 queries
                    1 | query     | 1 query
                    2 | key       | 2 keys
                    2 | class     | 2 classes
                    2 | branch    | 2 branches
                    2 | error row | 2 error rows
                    -1 | row      | -1 rows
                    9223372036854775807 | row | 9223372036854775807 rows
                    """, delimiter = '|')
    void countAgreesWithItsNoun(long count, String noun, String text) {
        assertThat(Plural.of(count, noun)).isEqualTo(text);
    }
}
