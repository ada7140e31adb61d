package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.pg.CommitOutcome.Word;
import dev.dbsh.testing.Mischief;
import dev.dbsh.testing.Mischief.Message;
import dev.dbsh.testing.Mischief.Treatment;
import dev.dbsh.testing.Scale;
import dev.dbsh.testing.StrangeProxy;
import dev.dbsh.testing.TestDatabase;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a change whose connection was lost, against what the table holds. */
class LostCommitTest {
    private static final Patience NONE = new Patience(Duration.ofMillis(1), Duration.ofMillis(1));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    /** Where the connection is cut. */
    enum Cut {
        BEFORE_SENDING,
        IN_THE_MESSAGE,
        BEFORE_THE_SERVER,
        AFTER_THE_SERVER,
        IN_THE_ANSWER,
        HALF_OPEN
    }

    /** How the change is made. */
    enum Shape {
        STATEMENT("insert into tags values ('TAG')", StatementKind.OTHER),
        RETURNING("insert into tags values ('TAG') returning tag", StatementKind.OTHER),
        FUNCTION("select write_tag('TAG')", StatementKind.QUERY),
        /** With the next one already sent when the COMMIT of this one is. */
        FOLLOWED("insert into tags values ('TAG')", StatementKind.OTHER),
        /** Of which its text does not tell that it writes, with others behind it in the same request. */
        AMONG_READS("select write_tag('TAG')", StatementKind.QUERY),
        BLOCK("insert into tags values ('TAG')", StatementKind.OTHER);

        private final String sql;
        private final StatementKind kind;

        Shape(String sql, StatementKind kind) {
            this.sql = sql;
            this.kind = kind;
        }

        private Following following(String next) {
            return switch (this) {
                case FOLLOWED -> (most, bytes, stretch) -> List.of(next);
                case AMONG_READS ->
                    new Following() {
                        @Override
                        public List<String> statements(int most, int bytes, Stretch stretch) {
                            return most == 0 ? List.of() : List.of(next);
                        }

                        @Override
                        public boolean isBehindRead() {
                            return true;
                        }
                    };
                default -> Following.NOTHING;
            };
        }

        void run(Session session, String tag) {
            if (this == BLOCK) {
                Typed.run(session, StatementKind.BEGIN, "begin");
            }
            String next = sql.replace("TAG", "behind " + tag);
            Typed.run(session, kind, sql.replace("TAG", tag), following(next));
            if (this == BLOCK) {
                Typed.run(session, StatementKind.COMMIT, "commit");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordIsWhatTheTableHolds(Cut cut) {
        DATABASE.execute("create table tags (tag text)");
        DATABASE.execute(
                "create function write_tag(tag text) returns void language sql" + " as 'insert into tags values ($1)'");
        Random random = Scale.random(cut + " of a connection over a change");
        Map<Word, Integer> words = new EnumMap<>(Word.class);
        int trials = Scale.trials(15, 500);
        for (int trial = 0; trial < trials; trial++) {
            String tag = cut + " " + trial;
            words.merge(
                    trial(cut, Shape.values()[random.nextInt(Shape.values().length)], tag, random), 1, Integer::sum);
        }
        System.out.println(cut + ": of " + trials + " lost changes " + words);
        assertThat(words.getOrDefault(Word.UNKNOWN, 0)).isZero();
        assertThat(DATABASE.list("select tag from tags group by tag having count(*) > 1"))
                .isEmpty();
        assertThat(DATABASE.list("select tag from tags where tag like 'behind%'"))
                .isEmpty();
    }

    private static Word trial(Cut cut, Shape shape, String tag, Random random) {
        try (StrangeProxy proxy = StrangeProxy.before(DATABASE.login());
                Session session = new Session()) {
            AtomicBoolean armed = new AtomicBoolean();
            Mischief mischief = mischief(cut, shape, random, () -> session.stop(NONE, text -> {}));
            proxy.next(message -> armed.get() ? mischief.of(message) : Treatment.PASS);
            DATABASE.writer(session, proxy.login());
            int pid = session.server().backendPid();
            // What is quick is followed by more.
            Typed.run(session, "select 1");
            armed.set(true);
            if (cut == Cut.BEFORE_SENDING) {
                proxy.cut();
            }
            SqlFailure failure = catchThrowableOfType(SqlFailure.class, () -> shape.run(session, tag));

            assertThat(failure).as(tag).isNotNull();
            assertThat(failure.isConnectionLost()).as(tag).isTrue();
            CommitOutcome outcome = failure.outcome();
            proxy.cut();
            DATABASE.await("select not exists (select from pg_stat_activity where pid = " + pid + ")");
            String kept = DATABASE.one("select count(*) from tags where tag = '" + tag + "'");
            if (outcome == null) {
                // The connection was lost over BEGIN already.
                assertThat(kept).as(tag).isEqualTo("0");
                return Word.NOT_RUN;
            }
            assertThat(kept).as(tag + " " + shape + " " + outcome).isIn((Object[]) possible(outcome.word()));
            return outcome.word();
        }
    }

    private static String[] possible(Word word) {
        return switch (word) {
            case COMMITTED -> new String[] {"1"};
            case NOT_COMMITTED, FAILED, NOT_RUN -> new String[] {"0"};
            case STILL_RUNNING, UNKNOWN -> new String[] {"0", "1"};
        };
    }

    // Either the change or its COMMIT meets the cut.
    private static Mischief mischief(Cut cut, Shape shape, Random random, Runnable whenFrozen) {
        String statement = shape.sql.startsWith("select") ? "write_tag" : "insert into";
        String sent = random.nextBoolean() ? statement : "commit";
        boolean forwarded = random.nextBoolean();
        return message -> switch (cut) {
            case BEFORE_SENDING -> Treatment.PASS;
            case IN_THE_MESSAGE -> isSent(message, sent) ? Treatment.HALF : Treatment.PASS;
            case BEFORE_THE_SERVER -> isSent(message, sent) ? Treatment.CUT : Treatment.PASS;
            case AFTER_THE_SERVER -> isAnswer(message, sent) ? Treatment.CUT : Treatment.PASS;
            case IN_THE_ANSWER -> isAnswer(message, sent) ? Treatment.HALF : Treatment.PASS;
            case HALF_OPEN -> {
                if (forwarded ? isAnswer(message, sent) : isSent(message, sent)) {
                    whenFrozen.run();
                    yield Treatment.FREEZE;
                }
                yield Treatment.PASS;
            }
        };
    }

    private static boolean isSent(Message message, String text) {
        return !message.fromServer() && message.type() == 'P' && lower(message).contains(text);
    }

    // The server says that it is done when it is.
    private static boolean isAnswer(Message message, String text) {
        return message.fromServer()
                && message.type() == 'C'
                && lower(message)
                        .startsWith(text.equals("commit") ? "commit" : text.equals("write_tag") ? "select" : "insert");
    }

    private static String lower(Message message) {
        return message.text().toLowerCase(Locale.ROOT);
    }
}
