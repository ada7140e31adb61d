package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.SimpleName;
import dev.dbsh.report.Outcome;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceStateTest {
    private static final String CASES = """
            # case                        | increment | max                 | last                | called | stored              | status    | next                | target              | used
            level with the table          |         1 |                1000 |                 100 | true   | 100                 | ok        | 101                 | -                   | 10.0
            one short                     |         1 |                1000 |                  99 | true   | 100                 | behind    | 100                 | 101                 | 9.9
            set but not called            |         1 |                1000 |                 100 | false  | 100                 | behind    | 100                 | 101                 | 9.9
            called and nothing stored     |         1 |                1000 |                 500 | true   | -                   | ok        | 501                 | -                   | 50.0
            never called                  |         1 |                1000 |                   1 | false  | -                   | ok        | 1                   | -                   | 0.0
            a usual gap                   |         1 |               10000 |                 110 | true   | 10                  | ok        | 111                 | -                   | 1.1
            more than a usual gap         |         1 |               10000 |                 111 | true   | 10                  | ahead     | 112                 | -                   | 1.1
            a big gap in a big table      |         1 |             9000000 |             1005000 | true   | 1000000             | ok        | 1005001             | -                   | 11.1
            just before the end           |         1 |                1000 |                 799 | true   | 799                 | ok        | 800                 | -                   | 79.9
            near the end                  |         1 |                1000 |                 800 | true   | 800                 | near_end  | 801                 | -                   | 80.0
            the last value is free        |         1 |                1000 |                 999 | true   | 999                 | near_end  | 1000                | -                   | 99.9
            nothing left                  |         1 |                1000 |                1000 | true   | 1000                | exhausted | -                   | -                   | 100.0
            behind and no way out         |         1 |                1000 |                 998 | true   | 999                 | behind    | 999                 | 1000                | 99.8
            past the column               |         1 | 9223372036854775807 |          2147483647 | true   | 2147483647          | exhausted | 2147483648          | -                   | 100.0
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = CASES, delimiter = '|', nullValues = "-")
    void rules(
            String name,
            long increment,
            long max,
            long last,
            boolean called,
            BigDecimal stored,
            String status,
            Long next,
            Long target,
            double used) {
        Sequence sequence = sequence(new Steps(increment, new Range(1, max), 1, false));
        SequenceState state = state(sequence, new Position(last, called), Stored.upTo(stored));

        assertThat(state.status().word()).isEqualTo(status);
        assertThat(state.next()).isEqualTo(next);
        assertThat(state.target()).isEqualTo(target);
        assertThat(state.usedPercent()).isEqualTo(used);
    }

    @Test
    void standbyIsNeverFine() {
        SequenceState state =
                new SequenceState(serial(), new Position(33, true), Stored.upTo(decimal(5)), List.of(), true, null);

        assertThat(state.status()).isEqualTo(Status.UNKNOWN);
        assertThat(state.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Note.of(state)).isEqualTo("standby: values may be up to 32 increments ahead");
    }

    @Test
    void whatIsBehindEvenOnAStandbyIsBehind() {
        SequenceState state =
                new SequenceState(serial(), new Position(33, true), Stored.upTo(decimal(90)), List.of(), true, 34L);

        assertThat(state.status()).isEqualTo(Status.BEHIND);
        assertThat(state.target()).isNull();
        assertThat(state.failsOnInsert()).isNull();
    }

    @Test
    void whatIsBehindStaysSoWhenAPartCouldNotBeSeen() {
        SequenceState state = new SequenceState(
                serial(),
                new Position(1, false),
                Stored.upTo(decimal(90)),
                List.of("locked by another session now"),
                false,
                5L);

        assertThat(state.status()).isEqualTo(Status.BEHIND);
        assertThat(state.target()).isNull();
        assertThat(state.failsOnInsert()).isNull();
    }

    @Test
    void unreadIsNeverFine() {
        SequenceState state =
                new SequenceState(serial(), null, Stored.NOTHING, List.of("no privilege: ..."), false, null);

        assertThat(state.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(state.next()).isNull();
        assertThat(state.usedPercent()).isNull();
    }

    @Test
    void cycleIsAFindingOnlyWithRowsInItsWay() {
        Sequence circle = sequence(new Steps(1, new Range(1, 10), 1, true));

        SequenceState before = state(circle, new Position(1, false), Stored.upTo(decimal(5)));
        SequenceState beyond = state(circle, new Position(5, true), Stored.upTo(decimal(5)));

        assertThat(before.status()).isEqualTo(Status.CYCLE);
        assertThat(before.outcome()).isEqualTo(Outcome.FINDINGS);
        assertThat(beyond.status()).isEqualTo(Status.CYCLE);
        assertThat(beyond.outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void farthestCollisionThatNoNumberHoldsIsNotForetold() {
        Sequence whole = sequence(new Steps(1, Range.BIGINT, 1, false), Range.BIGINT);
        Stored end = new Stored(decimal(Long.MAX_VALUE), null, decimal(Long.MAX_VALUE), false);
        SequenceState state =
                new SequenceState(whole, new Position(Long.MIN_VALUE, false), end, List.of(), false, Long.MAX_VALUE);

        assertThat(state.failsOnInsert()).isNull();
    }

    private static Sequence serial() {
        return sequence(new Steps(1, new Range(1, Integer.MAX_VALUE), 1, false));
    }

    private static Sequence sequence(Steps steps) {
        return sequence(steps, Range.ofType("int4"));
    }

    private static Sequence sequence(Steps steps, Range range) {
        FedColumn column = new FedColumn(
                new FedTable(1, new QualifiedName("public", "t"), false, false),
                new SimpleName("id"),
                How.OWNED,
                true,
                true,
                range,
                Unique.ALONE,
                new FedColumn.Reading(2, 0, null));
        Standing standing = new Standing(null, null, true, true, "owner", null);
        return new Sequence(1, new QualifiedName("public", "s"), steps, standing, List.of(column), List.of());
    }

    private static SequenceState state(Sequence sequence, Position position, Stored stored) {
        return new SequenceState(sequence, position, stored, List.of(), false, null);
    }

    private static BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value);
    }
}
