package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.CommitOutcome.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinceThenTest {
    private static final long SECOND = 1_000_000;

    /** Seconds; the number was read at second 100, when the log was at byte 1000. */
    private static final String CASES = """
            # case                                       | status      | process | prepared | statistics | checkpoint | ends  | position | word
            kept, nothing happened since                 | committed   | false   | false    |         50 |         60 | true  |      900 | COMMITTED
            kept, and a checkpoint went by               | committed   | false   | false    |         50 |        110 | false |     2000 | COMMITTED
            rolled back                                  | aborted     | false   | false    |         50 |         60 | true  |      900 | NOT_COMMITTED
            the process is still at it                   | in progress | true    | false    |         50 |         60 | true  |      900 | STILL_RUNNING
            prepared for a second phase                  | in progress | false   | true     |        110 |        110 | true  |     2000 | STILL_RUNNING
            forgotten                                    | -           | false   | false    |         50 |         60 | true  |      900 | UNKNOWN
            crashed, and the log reached far enough      | committed   | false   | false    |        110 |        111 | true  |     1200 | COMMITTED
            crashed, and the number was given again      | committed   | false   | false    |        110 |        111 | true  |      900 | NOT_COMMITTED
            the same in the second of the change         | committed   | false   | false    |        110 |        100 | true  |      900 | NOT_COMMITTED
            the same, and the collector came late        | committed   | false   | false    |        150 |        111 | true  |      900 | NOT_COMMITTED
            crashed, and recovery took its time          | committed   | false   | false    |        110 |        400 | true  |     1200 | COMMITTED
            crashed, another transaction with the number | in progress | false   | false    |        110 |        111 | true  |      900 | NOT_COMMITTED
            crashed, rolled back or never there          | aborted     | false   | false    |        110 |        111 | true  |      900 | NOT_COMMITTED
            crashed, and a later checkpoint hides it     | committed   | false   | false    |        110 |        112 | false |     2000 | UNKNOWN
            statistics reset by hand                     | committed   | false   | false    |        110 |         60 | true  |      900 | COMMITTED
            the same, between two checkpoints            | committed   | false   | false    |        110 |         60 | false |      900 | COMMITTED
            statistics reset while it runs               | in progress | true    | false    |        110 |         60 | true  |      900 | STILL_RUNNING
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = CASES, delimiter = '|', nullValues = "-")
    void word(
            String name,
            String status,
            boolean process,
            boolean prepared,
            long statistics,
            long checkpoint,
            boolean ends,
            long position,
            Word word) {
        SinceThen sinceThen =
                new SinceThen(process, prepared, statistics * SECOND, checkpoint * SECOND, position, 500, ends);

        assertThat(sinceThen.word(new Written("7", 1000, 100 * SECOND), status)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"50, UNKNOWN", "110, NOT_COMMITTED"})
    void numberThatTheServerNeverGave(long statistics, Word word) {
        SinceThen sinceThen = new SinceThen(false, false, statistics * SECOND, 111 * SECOND, 900, 500, true);

        assertThat(sinceThen.wordOnUnknownNumber(new Written("7", 1000, 100 * SECOND)))
                .isEqualTo(word);
    }

    /** The log goes on at a page's beginning when it broke off within a record; written was up to byte 1000. */
    @ParameterizedTest(name = "checkpoint at {0}, {1} into its page")
    @CsvSource({
        "1010, 72, NOT_COMMITTED",
        "1039, 72, NOT_COMMITTED",
        "1040, 72, UNKNOWN",
        "1072, 72, COMMITTED",
        "1030, 88, NOT_COMMITTED",
        "1030, 80, COMMITTED",
        "2000, 72, COMMITTED"
    })
    void logThatBrokeOffWithinARecord(long position, long offset, Word word) {
        SinceThen sinceThen = new SinceThen(false, false, 110 * SECOND, 111 * SECOND, position, offset, true);

        assertThat(sinceThen.word(new Written("7", 1000, 100 * SECOND), "committed"))
                .isEqualTo(word);
    }
}
