package dev.dbsh.command.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Refusal;
import dev.dbsh.report.Column;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Report;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final Report<String> REPORT = Report.ok(
                    List.of(Column.<String>text("row", row -> row)), List.of("a", "b"), "seen")
            .withFigures(List.of(
                    Figure.count("waiting", 4),
                    Figure.between("roots", 1, 3),
                    Figure.time("oldest_wait", Duration.ofSeconds(41), null),
                    Figure.time("age", Duration.ofMillis(90_500), Duration.ofMillis(90_500)),
                    new Figure("size", Figure.Unit.BYTES, BigDecimal.valueOf(2048), BigDecimal.valueOf(2048)),
                    new Figure("lag", Figure.Unit.SECONDS, null, null)));

    private static final String CASES = """
            # condition                                  | truth
            waiting > 3                                  | YES
            waiting > 4                                  | NO
            waiting >= 4                                 | YES
            waiting <= 3                                 | NO
            waiting < 5                                  | YES
            waiting = 4                                  | YES
            waiting==4                                   | YES
            waiting != 4                                 | NO
            waiting <> 5                                 | YES
            3 < waiting                                  | YES
            waiting > 3.9                                | YES
            rows = 2                                     | YES
            roots > 0                                    | YES
            roots >= 1                                   | YES
            roots > 1                                    | UNKNOWN
            roots > 3                                    | NO
            roots = 2                                    | UNKNOWN
            roots <> 2                                   | UNKNOWN
            roots = 4                                    | NO
            roots < waiting                              | YES
            waiting > roots                              | YES
            oldest_wait > 30s                            | YES
            oldest_wait > 1m                             | UNKNOWN
            oldest_wait < 30s                            | NO
            oldest_wait = 0                              | NO
            age > 1m30s                                  | YES
            age > 90500ms                                | NO
            age >= 90500ms                               | YES
            size = 2kB                                   | YES
            size < 1MB                                   | YES
            size > 2047B                                 | YES
            lag = 0                                      | UNKNOWN
            lag > 1s or waiting > 0                      | YES
            lag > 1s and waiting > 0                     | UNKNOWN
            lag > 1s and waiting = 0                     | NO
            not lag > 1s                                 | UNKNOWN
            not waiting > 9                              | YES
            not not waiting > 9                          | NO
            waiting = 0 or waiting = 4 and rows = 9      | NO
            (waiting = 0 or waiting = 4) and rows = 2    | YES
            waiting = 4 or waiting = 0 and rows = 9      | YES
            NOT (waiting = 0 OR rows = 0) AND roots >= 1 | YES
            """;

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(textBlock = CASES, delimiter = '|')
    void isSoAsFarAsIsKnown(String text, Truth truth) {
        assertThat(Condition.parse(text).of(REPORT)).isEqualTo(truth);
    }

    private static final String MISTAKES = """
            # condition            | message
            ''                     | expected a figure or a number, found the end, at character 1 of:
            waiting                | expected one of < <= > >= = <>, found the end, at character 8 of: waiting
            waiting >              | expected a figure or a number, found the end, at character 10 of: waiting >
            waiting > 0 or         | expected a figure or a number, found the end, at character 15 of: waiting > 0 or
            waiting > 0 roots > 1  | expected and, or, or the end, found "roots", at character 13 of: waiting > 0 roots > 1
            (waiting > 0           | expected a closing parenthesis, found the end, at character 13 of: (waiting > 0
            waiting > 0)           | expected and, or, or the end, found ")", at character 12 of: waiting > 0)
            waiting => 0           | expected a figure or a number, found ">", at character 10 of: waiting => 0
            waiting > -1           | expected a figure or a number, found "-", at character 11 of: waiting > -1
            waiting > and          | expected a figure or a number, found "and", at character 11 of: waiting > and
            waiting ~ 0            | expected one of < <= > >= = <>, found "~", at character 9 of: waiting ~ 0
            age > 3x               | "3x" is neither a number nor a length of time nor a size, at character 7 of: age > 3x
            age > 1.2.3            | "1.2.3" is neither a number nor a length of time nor a size, at character 7 of: age > 1.2.3
            waitin > 0             | there is no figure "waitin", at character 1 of: waitin > 0
            0 < x                  | there is no figure "x", at character 5 of: 0 < x
            age > 30               | age is a length of time and 30 is a number, at character 7 of: age > 30
            waiting > 30s          | waiting is a number and 30s is a length of time, at character 11 of: waiting > 30s
            size > age             | size is a size and age is a length of time, at character 8 of: size > age
            """;

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(textBlock = MISTAKES, delimiter = '|')
    void mistakeIsToldWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> Condition.parse(text).of(REPORT)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE);
            assertThat(refusal.getMessage().strip()).isEqualTo(message);
        });
    }

    @Test
    void nearestNameIsOffered() {
        assertThatThrownBy(() -> Condition.parse("waitin > 0").of(REPORT))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.failure().hint())
                                .isEqualTo(
                                        "did you mean waiting? figures of this report: rows, waiting, roots, oldest_wait,"
                                                + " age, size, lag"));
    }

    @Test
    void reportTakesTheConditionForItsOutcome() {
        assertThat(judged("waiting > 0")).isEqualTo("FINDINGS seen; fails: waiting is 4");
        assertThat(judged("waiting > 9 or roots > 4"))
                .isEqualTo("OK seen; does not fail: waiting is 4, roots is 1 to 3");
        assertThat(judged("oldest_wait > 1h or lag > 1s or age > 1d"))
                .isEqualTo(
                        "UNKNOWN seen; cannot be decided: oldest_wait is at least 41s, lag is not known, age is 90.5s");
    }

    private static String judged(String text) {
        Report<String> report = FailIf.judge(REPORT, Condition.parse(text));
        return report.outcome() + " " + report.ending().verdict();
    }
}
