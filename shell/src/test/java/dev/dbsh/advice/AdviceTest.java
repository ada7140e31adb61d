package dev.dbsh.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.demo.Login;
import dev.dbsh.pg.Results;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import dev.dbsh.sequence.BehindRepair;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {
    private static final String NEAREST = """
            # statement                                          | words
            select * from "order line"                           | did you mean public."Order Lines"?
            select * from refund                                 | did you mean public.refunds?
            select * from pulic.refunds                          | did you mean public.refunds?
            select * from archived                               | did you mean elsewhere.archived?
            select * from pg_stat_activty                        | did you mean pg_stat_activity?
            select /* 日本 */ 'é😀' from public . refundz           | did you mean public.refunds?
            select * from nothing_like_it                        | -
            select r.amuont2 from refunds r                      | -
            select amoun_t from refunds                          | -
            select lenght('a')                                   | did you mean length?
            select public.totals(1)                              | did you mean public.total?
            select total('a'::bytea)                             | there is public.total(a integer, b text)
            select 1 + '2'::json                                 | -
            select 1::intger                                     | did you mean integer?
            select 1::numric                                     | did you mean numeric?
            select 'x'::public.moode                             | did you mean public.mood?
            set role nobody_at_all                               | -
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("drifted-sequences");

    private Session session;
    private Advice advice;

    @BeforeEach
    void prepare() {
        database.execute("create schema elsewhere; create table elsewhere.archived (id integer)");
        database.execute("create type mood as enum ('happy')");
        database.execute("create function total(a integer, b text) returns integer language sql as 'select 1'");
        use(database.writer(database.login()));
    }

    private void use(Session other) {
        session = other;
        advice = new Advice(session, new BehindRepair(session)::find);
    }

    @ParameterizedTest
    @CsvSource(textBlock = NEAREST, delimiter = '|', nullValues = "-", quoteCharacter = '\0')
    void nearestNameIsOffered(String statement, String words) {
        assertThat(afterwards(statement).words()).isEqualTo(words == null ? List.of() : List.of(words));
        assertThat(afterwards(statement).commands()).isEmpty();
    }

    @Test
    void failedTransactionIsAskedNothing() {
        run("begin");
        assertThat(afterwards("select * from refund")).isEqualTo(Suggestion.NONE);
        assertThat(afterwards("select 1")).isEqualTo(Suggestion.command("rollback;"));
        run("rollback");
    }

    @Test
    void duplicateKeyNamesTheSequenceThatIsBehind() {
        database.execute("select setval('refunds_id_seq', 1, false)");

        assertThat(afterwards("insert into refunds (amount) values (1)"))
                .isEqualTo(new Suggestion(
                        List.of("the sequence of public.refunds is behind the stored values: this moves it on"),
                        List.of("sequences fix public.refunds_id_seq")));
    }

    @Test
    void duplicateKeyOfAnotherKindPointsAtTheCheck() {
        database.execute(
                "create table pairs (a integer, b integer, primary key (a, b)); insert into pairs values (1, 1)");
        database.execute("create table codes (code text unique); insert into codes values ('x')");

        assertThat(afterwards("insert into pairs values (1, 1)")).isEqualTo(Suggestion.command("sequences check"));
        assertThat(afterwards("insert into codes values ('x')")).isEqualTo(Suggestion.command("sequences check"));
    }

    @Test
    void constraintPointsAtTheTable() {
        database.execute("create table \"Odd\" (a integer not null check (a > 0))");

        assertThat(afterwards("insert into \"Odd\" values (null)"))
                .isEqualTo(Suggestion.command("describe public.\"Odd\""));
        assertThat(afterwards("insert into \"Odd\" values (-1)"))
                .isEqualTo(Suggestion.command("describe public.\"Odd\""));
    }

    @Test
    void lockedTableNamesWhoHasLocksOnItNow() {
        Connection holder = database.connect();
        TestDatabase.execute(holder, "begin; lock table refunds in share mode");
        String pid =
                database.one("select pid from pg_locks where mode = 'ShareLock' and granted and locktype = 'relation'");
        run("set lock_timeout = '20ms'");

        Suggestion next = afterwards("update refunds set amount = 1");
        TestDatabase.execute(holder, "rollback");

        assertThat(next.words())
                .containsExactly(
                        "another session holds the lock; --lock-timeout 10s waits longer for it",
                        "public.refunds is locked now by pid " + pid
                                + ", user postgres, dbsh-test, idle in transaction, ShareLock");
    }

    @Test
    void missingPrivilegeNamesTheGrant() {
        database.execute("grant usage on schema public to public");
        Login stranger = database.role("");
        use(database.writer(stranger));

        assertThat(afterwards("select * from refunds r join elsewhere.archived a using (id)")
                        .words())
                .containsExactly("the owner or a superuser can grant it: grant select on public.refunds to "
                        + stranger.user() + "; grant usage on schema elsewhere to " + stranger.user()
                        + "; grant select on elsewhere.archived to " + stranger.user() + ";");
        assertThat(afterwards("select nextval('refunds_id_seq')").words())
                .containsExactly(
                        "the owner or a superuser can grant it: grant usage on sequence public.refunds_id_seq to "
                                + stranger.user() + ";");
        assertThat(afterwards("delete from refunds").words())
                .containsExactly("the owner or a superuser can grant it: grant delete on public.refunds to "
                        + stranger.user() + ";");
        assertThat(afterwards("select pg_read_file('x')")).isEqualTo(Suggestion.NONE);
    }

    @Test
    void endOfAStatementFromOutsideIsTold() {
        assertThat(afterwards("select pg_cancel_backend(pg_backend_pid())").words())
                .containsExactly("another session cancelled it");
        run("set statement_timeout = '10ms'");
        assertThat(afterwards("select pg_sleep(600)").words())
                .containsExactly("statement_timeout ended it; dbsh --statement-timeout 10min allows more");
    }

    @Test
    void statementThatCannotRunInATransactionSaysHowToEndIt() {
        run("begin");
        assertThat(afterwards("vacuum refunds").commands()).containsExactly("commit;", "rollback;");
        run("rollback");
    }

    private Suggestion afterwards(String statement) {
        SqlFailure failure = catchThrowableOfType(SqlFailure.class, () -> run(statement));
        assertThat(failure).as(statement).isNotNull();
        return advice.on(failure, statement);
    }

    private void run(String statement) {
        session.run(statement, StatementKind.SESSION, new Results() {
            @Override
            public void columns(List<ResultColumn> columns) {}

            @Override
            public void row(ResultRow row) {}

            @Override
            public void notice(Failure notice) {}
        });
    }
}
