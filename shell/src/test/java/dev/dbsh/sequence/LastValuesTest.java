package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.Lists;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LastValuesTest {
    private static final Sql FOR_A_MOMENT = Sql.of(LastValuesTest.class, "position-for-a-moment.sql");

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    /** How one is read. */
    enum Reading {
        ALONE,
        AMONG_MANY;

        Position of(Lists lists, Sequence sequence) {
            return switch (this) {
                case ALONE -> LastValues.position(lists, sequence);
                case AMONG_MANY ->
                    Objects.requireNonNull(new Positions(lists, Effort.USUAL)
                            .alone(List.of(sequence), false)
                            .get(0)
                            .position());
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void busySequenceIsNotReadFurtherThanItIs(Reading reading) {
        database.execute("create sequence busy; select nextval('busy'), nextval('busy')");

        assertThat(atABadMoment(reading, () -> {})).isEqualTo(new Position(2, true));
    }

    @ParameterizedTest
    @EnumSource
    void neitherIsOneThatHandsOutItsFirstValuesMeanwhile(Reading reading) {
        database.execute("create sequence busy");

        assertThat(atABadMoment(reading, () -> database.execute("select nextval('busy'), nextval('busy')")))
                .isEqualTo(new Position(2, true));
    }

    // Whoever reads it like a table sees what nextval has written down for a moment.
    private Position atABadMoment(Reading reading, Runnable before) {
        Session session = database.session();
        Sequence busy = new Sequences(session).catalog(Filter.NONE).get(0);
        Lists unlucky = new Lists() {
            @Override
            public <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
                if (!sql.name().equals("position.sql")) {
                    return session.list(reads, sql, reader, arguments);
                }
                before.run();
                return session.list(reads, FOR_A_MOMENT.with("sequence", busy.name()), reader, arguments);
            }
        };
        return reading.of(unlucky, busy);
    }

    @Test
    void whatWasNeverCalledStandsAtItsStart() {
        database.execute("create sequence fresh start 7 cache 20");
        Session session = database.session();
        Sequence fresh = new Sequences(session).catalog(Filter.NONE).get(0);

        assertThat(LastValues.position(session, fresh)).isEqualTo(new Position(7, false));
        database.execute("select nextval('fresh')");
        assertThat(LastValues.position(session, fresh)).isEqualTo(new Position(26, true));
    }

    @Test
    void oneThatSomebodyIsAboutToChangeIsReadAllTheSame() throws Exception {
        database.execute("create sequence held; select nextval('held')");
        Session session = database.session();
        Sequence held = new Sequences(session).catalog(Filter.NONE).get(0);
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "alter sequence held restart 9");

        assertThat(LastValues.position(session, held)).isEqualTo(new Position(1, true));
        holder.rollback();
    }
}
