package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
    private static final String AFTER = """
            # case                        | increment | min                  | max                 | cycles | value                | after
            plain                         |         1 |                    1 | 9223372036854775807 | false  |                   41 | 42
            last one                      |         1 |                    1 |                 100 | false  |                   99 | 100
            nothing left                  |         1 |                    1 |                 100 | false  |                  100 | -
            the stride does not fit       |        10 |                    1 |                 100 | false  |                   91 | -
            begins again                  |         1 |                    1 |                 100 | true   |                  100 | 1
            begins again at its low end   |        -1 |                 -100 |                  -1 | true   |                 -100 | -1
            counts down                   |        -3 |                 -100 |                  -1 | false  |                   -1 | -4
            top of bigint                 |         1 |                    1 | 9223372036854775807 | false  |  9223372036854775807 | -
            near the top of bigint        |      1000 |                    1 | 9223372036854775807 | false  |  9223372036854775000 | -
            bottom of bigint              |        -1 | -9223372036854775808 |                  -1 | false  | -9223372036854775808 | -
            across the whole of bigint    | 9223372036854775807 | -9223372036854775808 | 9223372036854775807 | false | -9223372036854775808 | -1
            """;

    private static final String BEYOND = """
            # case                       | increment | next                 | stored               | beyond
            next value is taken          |         1 |                    1 |                    1 | 2
            many are taken               |         1 |                    1 |                  187 | 188
            keeps odd numbers odd        |         2 |                    1 |                   10 | 11
            steps of fifty               |        50 |                    1 |                  120 | 151
            counts down                  |        -1 |                   -1 |                   -5 | -6
            counts down by two           |        -2 |                   -1 |                   -6 | -7
            fractions                    |         1 |                    1 |                  7.5 | 8
            fractions going down         |        -1 |                   -1 |                 -7.5 | -8
            over the top of bigint       |         1 |                    1 |  9223372036854775807 | 9223372036854775808
            from end to end of bigint    |         1 | -9223372036854775808 |  9223372036854775806 | 9223372036854775807
            under the bottom of bigint   |        -1 |                   -1 | -9223372036854775808 | -9223372036854775809
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = AFTER, delimiter = '|', nullValues = "-")
    void after(String name, long increment, long min, long max, boolean cycles, long value, Long after) {
        assertThat(new Steps(increment, new Range(min, max), 1, cycles).after(value))
                .isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = BEYOND, delimiter = '|')
    void firstBeyond(String name, long increment, long next, BigDecimal stored, BigInteger beyond) {
        assertThat(new Steps(increment, Range.BIGINT, 1, false).firstBeyond(next, stored))
                .isEqualTo(beyond);
    }
}
