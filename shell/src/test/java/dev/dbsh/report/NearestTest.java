package dev.dbsh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("sequences", "sequences check", "status", "schemas", "set", "help", "quit");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    sequnces        | sequences
                    SEQUENCES       | sequences
                    seqeunces check | sequences check
                    statsu          | status
                    schema          | schemas
                    hlep            | help
                    qiut            | quit
                    est             | set
                    xyz             |
                    selected rows   |
                    ''              |
                    """, delimiter = '|')
    void mistypedWordLeadsToTheOneThatWasMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void nothingKnownIsNearNothing() {
        assertThat(Nearest.to("anything", List.of())).isEmpty();
    }
}
