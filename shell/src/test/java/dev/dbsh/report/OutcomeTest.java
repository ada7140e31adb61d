package dev.dbsh.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
    private static final String CASES = """
            OK       | OK       | OK
            OK       | UNKNOWN  | UNKNOWN
            OK       | FINDINGS | FINDINGS
            OK       | FAILED   | FAILED
            UNKNOWN  | UNKNOWN  | UNKNOWN
            UNKNOWN  | FINDINGS | FINDINGS
            UNKNOWN  | FAILED   | FAILED
            FINDINGS | FINDINGS | FINDINGS
            FINDINGS | FAILED   | FAILED
            FAILED   | FAILED   | FAILED
            """;

    @ParameterizedTest
    @CsvSource(textBlock = CASES, delimiter = '|')
    void orderOfTwoPartsDoesNotMatter(Outcome one, Outcome other, Outcome together) {
        assertThat(one.and(other)).isEqualTo(together);
        assertThat(other.and(one)).isEqualTo(together);
    }

    @Test
    void wordsArePublished() {
        assertThat(Outcome.values()).extracting(Outcome::word).containsExactly("ok", "findings", "unknown", "failed");
    }
}
