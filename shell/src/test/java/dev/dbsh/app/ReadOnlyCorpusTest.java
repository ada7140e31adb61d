package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.app.ReadOnlyWorld.Answer;
import dev.dbsh.testing.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What read-only mode stops and what it lets through: as everybody on the newest version, as a superuser on the oldest, and
 * with {@code -Dfull=true} as everybody on all.
 */
class ReadOnlyCorpusTest {
    private static final List<StatementCase> REFUSED = StatementCase.of("refused");
    private static final List<StatementCase> ALLOWED = StatementCase.of("allowed");
    private static final int BATCH = 100;

    static Stream<Arguments> everyone() {
        SortedSet<Integer> majors = TestServer.majors();
        boolean full = Boolean.getBoolean("full");
        return majors.stream()
                .flatMap(major -> Stream.of(Person.values())
                        .filter(person -> full || major.equals(majors.last()) || isFirst(major, person))
                        .map(person -> Arguments.of(major, person)));
    }

    private static boolean isFirst(int major, Person person) {
        return major == TestServer.majors().first() && person == Person.SUPERUSER;
    }

    @Test
    void corporaAreLargeAndWithoutDoubles() {
        assertThat(REFUSED).hasSizeGreaterThanOrEqualTo(600);
        assertThat(ALLOWED).hasSizeGreaterThanOrEqualTo(400);
        assertThat(REFUSED)
                .extracting(each -> each.text() + each.whole() + each.oldStrings())
                .doesNotHaveDuplicates();
        assertThat(ALLOWED).extracting(StatementCase::text).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void refusedStatementsChangeNothing(int major, Person person) throws SQLException {
        try (ReadOnlyWorld world = ReadOnlyWorld.of(major, person)) {
            changeNothing(
                    world, REFUSED.stream().filter(each -> !each.oldStrings()).toList(), major + " as " + person);
        }
    }

    @Test
    void refusedStatementsWithOldStringsChangeNothing() throws SQLException {
        int major = TestServer.majors().last();
        try (ReadOnlyWorld world = ReadOnlyWorld.of(major, Person.SUPERUSER)) {
            world.useOldStrings();
            changeNothing(
                    world, REFUSED.stream().filter(StatementCase::oldStrings).toList(), major + " with old strings");
        }
    }

    private static void changeNothing(ReadOnlyWorld world, List<StatementCase> all, String where) throws SQLException {
        List<StatementCase> cases = all.stream().filter(world::has).toList();
        Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
        SoftAssertions softly = new SoftAssertions();
        List<String> effects = new ArrayList<>();
        Map<String, String> before = world.state();
        for (int from = 0; from < cases.size(); from += BATCH) {
            List<StatementCase> batch = cases.subList(from, Math.min(from + BATCH, cases.size()));
            for (StatementCase each : batch) {
                Answer answer = world.type(each);
                counts.merge(answer, 1, Integer::sum);
                softly.assertThat(answer).as(each.toString()).isIn(expected(each));
            }
            if (!world.changes(before).isEmpty()) {
                effects.addAll(oneByOne(world, batch, before));
                before = world.state();
            }
        }
        effects.addAll(world.effects());
        System.out.println(
                "refused/ on " + where + ": " + cases.size() + " texts " + counts + ", effects " + effects.size());
        softly.assertThat(effects).as("effects").isEmpty();
        softly.assertAll();
    }

    /** Tells which of them has an effect by running them once more; an effect that comes once is told of the batch. */
    private static List<String> oneByOne(ReadOnlyWorld world, List<StatementCase> batch, Map<String, String> before)
            throws SQLException {
        List<String> effects = new ArrayList<>();
        effects.add("in " + batch.get(0) + " and what follows: " + world.changes(before));
        for (StatementCase each : batch) {
            Map<String, String> state = world.state();
            world.type(each);
            List<String> changes = world.changes(state);
            if (!changes.isEmpty()) {
                effects.add(each + ": " + changes);
            }
        }
        return effects;
    }

    private static List<Answer> expected(StatementCase each) {
        return switch (each.word()) {
            case "dbsh" -> List.of(Answer.REFUSED_BY_DBSH);
            case "server" -> List.of(Answer.REFUSED_BY_SERVER);
            case "any" -> List.of(Answer.REFUSED_BY_DBSH, Answer.REFUSED_BY_SERVER);
            default -> throw new IllegalArgumentException("unknown word in " + each);
        };
    }

    @ParameterizedTest
    @MethodSource("everyone")
    void allowedStatementsAreNotRefused(int major, Person person) throws SQLException {
        try (ReadOnlyWorld world = ReadOnlyWorld.of(major, person)) {
            boolean all = major == TestServer.majors().last() && person == Person.SUPERUSER;
            Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
            SoftAssertions softly = new SoftAssertions();
            Map<String, String> before = world.state();
            for (StatementCase each : ALLOWED) {
                Answer answer = world.type(each);
                counts.merge(answer, 1, Integer::sum);
                softly.assertThat(answer).as(each.toString()).isNotEqualTo(Answer.REFUSED_BY_DBSH);
                if (all && each.word().equals("runs")) {
                    softly.assertThat(answer).as(each.toString()).isEqualTo(Answer.ACCEPTED);
                }
            }
            System.out.println("allowed/ on " + major + " as " + person + ": " + ALLOWED.size() + " texts " + counts);
            softly.assertThat(world.changes(before)).as("effects").isEmpty();
            softly.assertThat(world.effects()).as("effects").isEmpty();
            softly.assertAll();
        }
    }
}
