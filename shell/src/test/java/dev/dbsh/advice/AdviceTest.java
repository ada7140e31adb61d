package dev.dbsh.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.demo.Login;
import dev.dbsh.pg.Results;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.StatementKind;
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
        advice = new Advice(
                session,
                (asked, table, column, value) -> new BehindRepair(asked)
                        .find(table, column, value)
                        .map(standing -> Suggestion.of(standing.sentence(), standing.command())));
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
    void duplicateKeyNamesTheSequenceThatIsBehindAndHowFar() {
        database.execute("insert into refunds (id, amount) values (900, 9); select setval('refunds_id_seq', 1, false)");
        Suggestion behind = new Suggestion(
                List.of("public.refunds_id_seq, which feeds id, is 899 behind: its next value is 2, and 900 is stored"),
                List.of("sequences fix public.refunds_id_seq"));

        assertThat(afterwards("insert into refunds (amount) values (1)")).isEqualTo(behind);
        database.execute("select setval('refunds_id_seq', 1, false)");
        run("begin");
        assertThat(afterwards("insert into refunds (amount) values (1)")).isEqualTo(behind);
        run("rollback");
    }

    @Test
    void insideATransactionNoSequenceIsSaidToBeFineThatOnlyOthersSeeSo() {
        run("begin");
        run("insert into refunds (id, amount) values (3, 9)");
        assertThat(afterwards("insert into refunds (amount) values (1)"))
                .isEqualTo(Suggestion.command("select * from public.refunds where id = '3';"));
        run("rollback");
    }

    @Test
    void valueThatWasGivenIsNotLaidToTheSequence() {
        assertThat(afterwards("insert into refunds (id, amount) select min(id), 1 from refunds"))
                .isEqualTo(new Suggestion(
                        List.of("public.refunds_id_seq, which feeds id, is not behind: its next value is 3"),
                        List.of("select * from public.refunds where id = '1';")));
    }

    @Test
    void sequenceThatHasPassedTheStoredValuesIsSaidToBeReady() {
        database.execute("create table one (id serial primary key); insert into one values (1)");

        assertThat(afterwards("insert into one default values"))
                .isEqualTo(new Suggestion(
                        List.of("public.one_id_seq, which feeds id, gave that value, and is past the stored ones now:"
                                + " the statement can be run again"),
                        List.of("select * from public.one where id = '1';")));
        assertThat(database.one("insert into one default values returning id")).isEqualTo("2");
    }

    @Test
    void sequenceOfAPartitionedTableAndOfALaterColumnIsFound() {
        database.execute("""
                create table parted (day date, id bigint generated by default as identity, primary key (day, id))
                    partition by list (day);
                create table parted_1 partition of parted for values in ('2026-11-21');
                insert into parted (day, id) select '2026-11-21', generate_series(1, 9);
                """);

        assertThat(afterwards("insert into parted (day) values ('2026-11-21')"))
                .isEqualTo(new Suggestion(
                        List.of(
                                "public.parted_id_seq, which feeds id, is 8 behind: its next value is 2, and 9 is stored"),
                        List.of("sequences fix public.parted_id_seq")));
    }

    @Test
    void duplicateKeyWithoutASequenceShowsTheRowThatHoldsIt() {
        database.execute("""
                create table pairs (a integer, "B c" text, n serial, primary key (a, "B c"));
                insert into pairs values (1, 'it''s');
                create table mails (mail text);
                create unique index one_mail on mails (lower(mail)) include (mail);
                insert into mails values ('a@b');
                create table codes (code text unique);
                insert into codes values (E'x\ny'), ('a)=(b'), (E'c\\\\d'), ('p, q'), ('null');
                """);

        assertThat(afterwards("insert into pairs values (1, 'it''s')"))
                .isEqualTo(Suggestion.command("select * from public.pairs where (a, \"B c\") = ('1', 'it''s');"));
        assertThat(afterwards("insert into mails values ('A@b')"))
                .isEqualTo(Suggestion.command("select * from public.mails where lower(mail) = 'a@b';"));
        assertThat(afterwards("insert into codes values ('p, q')"))
                .isEqualTo(Suggestion.command("select * from public.codes where code = 'p, q';"));
        for (String code : List.of("E'x\\ny'", "'a)=(b'", "E'c\\\\d'", "'null'")) {
            assertThat(afterwards("insert into codes values (" + code + ")"))
                    .as(code)
                    .isEqualTo(Suggestion.command("describe public.codes"));
        }
        run("begin");
        assertThat(afterwards("insert into codes values ('p, q')"))
                .isEqualTo(Suggestion.command("select * from public.codes where code = 'p, q';"));
        run("rollback");
        assertThat(database.list("select * from mails where lower(mail) = 'a@b'"))
                .containsExactly("a@b");
        assertThat(database.one("select count(*) from pairs where (a, \"B c\") = ('1', 'it''s')"))
                .isEqualTo("1");
    }

    @Test
    void uniqueIndexThatCannotBeMadeShowsTheRowsThatHinderIt() {
        database.execute("create table codes (code text); insert into codes values ('x'), ('x')");

        assertThat(afterwards("create unique index on codes (code)"))
                .isEqualTo(Suggestion.command("select * from public.codes where code = 'x';"));
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
        session.run(statement, StatementKind.SESSION, Results.NOTHING);
    }
}
