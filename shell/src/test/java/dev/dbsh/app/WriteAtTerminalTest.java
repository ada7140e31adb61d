package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Write mode as a person meets it: the whole program on a terminal. */
class WriteAtTerminalTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    Path home;

    @BeforeEach
    void fill() {
        database.execute("""
                create table orders (id int primary key, note text);
                insert into orders select i, 'old' from generate_series(1, 20) i;
                create table lines (order_id int references orders on delete cascade);
                insert into lines select i % 20 + 1 from generate_series(1, 60) i;
                create table log (what text);
                create function log_it() returns trigger language plpgsql as
                    $$ begin insert into log values (tg_op); return null; end $$;
                create trigger logged after update on orders for each row execute function log_it();
                """);
    }

    @Test
    void nothingIsWrittenUntilAskedForAndThePromptShowsTheTime() {
        try (Pty pty = open()) {
            pty.enter("delete from orders where id = 1;");
            pty.waitFor("read-only transaction");
            pty.waitFor("hint:   write on at the prompt, --write in a call");
            pty.enter("write on --for 10m --because 'INC-7 \u001b[31m'");
            pty.waitFor("raw SQL may write for 10m: INC-7");
            pty.waitFor(" write 10m =#");
            pty.enter("write off");
            pty.waitFor("read-only: raw SQL cannot write");
            pty.enter("insert into orders values (99);");
            pty.waitFor("cannot execute INSERT in a read-only transaction");
        }
        assertThat(database.one("select count(*) from orders")).isEqualTo("20");
    }

    @Test
    void changedRowsAreShownWithAllTheirConsequencesBeforeTheyAreKept() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("delete from orders where id <= 5;");
            pty.waitFor("not yet committed: 15 deleted in public.lines; 5 deleted in public.orders");
            pty.waitFor("commit or rollback [");
            assertThat(database.one("select count(*) from orders")).isEqualTo("20");
            pty.enter("yes");
            pty.waitUntil("asks again", screen -> screen.split("commit or rollback \\[", -1).length > 2);
            pty.enter("commit");
            pty.waitFor("\ncommitted: 15 deleted in public.lines; 5 deleted in public.orders");
        }
        assertThat(database.one("select count(*) from orders")).isEqualTo("15");
    }

    @Test
    void triggersAreSeenAndRollbackKeepsEverything() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter(
                    "with gone as (delete from lines where order_id = 3 returning 1)\nupdate orders set note = 'new' where id = 2;");
            pty.waitFor(
                    "not yet committed: 3 deleted in public.lines; 1 inserted in public.log; 1 updated in public.orders");
            pty.enter("rollback");
            pty.waitFor("rolled back, nothing was changed");
        }
        assertThat(database.one("select count(*) from log")).isEqualTo("0");
    }

    @Test
    void whatHasNoWhereIsKeptOnlyForItsName() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("update orders set note = 'all';");
            pty.waitFor("not yet committed, and without WHERE: 20 inserted in public.log; 20 updated in public.orders");
            pty.enter("commit");
            pty.waitUntil("asks again", screen -> screen.split("orders or rollback \\[", -1).length > 2);
            pty.enter("orders");
            pty.waitFor("\ncommitted: 20 inserted");
        }
        assertThat(database.one("select count(*) from orders where note = 'all'"))
                .isEqualTo("20");
    }

    @Test
    void returnedRowsAreShownBeforeTheQuestion() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("update orders set note = 'new' where id = 7 returning id, note;");
            pty.waitFor("id  note\n 7  new\n\nnot yet committed: 1 inserted in public.log; 1 updated in public.orders");
            pty.enter("commit");
            pty.waitFor("\ncommitted: 1 inserted in public.log; 1 updated in public.orders");
            assertThat(pty.screen()).containsOnlyOnce(" 7  new");
        }
        assertThat(database.one("select note from orders where id = 7")).isEqualTo("new");
    }

    @Test
    void upsertIsShownBeforeItIsKept() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("insert into orders values (1, 'x'), (99, 'x') on conflict (id) do update set note = 'x';");
            pty.waitFor(
                    "not yet committed: 1 inserted in public.log; 1 inserted, 1 updated in public.orders\ncommit or rollback [");
            pty.enter("rollback");
            pty.waitFor("rolled back, nothing was changed");
        }
        assertThat(database.one("select note from orders where id = 1")).isEqualTo("old");
    }

    /** What is typed behind it is meant for the prompt, to the last letter. */
    @Test
    void lineTypedRightBehindCtrlCAtTheQuestionIsWhole() {
        try (Pty pty = open()) {
            writeOn(pty);
            for (int i = 1; i <= 5; i++) {
                pty.enter("update orders set note = 'x" + i + "' where id = 1;");
                pty.waitUntil("it asks", screen -> screen.endsWith(" s] >"));
                pty.type("\u0003select 'whole" + i + "' as line;\r");
                pty.waitFor("\nwhole" + i + "\n");
            }
        }
        assertThat(database.one("select note from orders where id = 1")).isEqualTo("old");
    }

    @Test
    void ctrlCAtTheQuestionRollsBack() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("update orders set note = 'x' where id = 1;");
            pty.waitFor("commit or rollback [");
            pty.press("C-c");
            pty.waitFor("rolled back, nothing was changed");
            pty.enter("select 40 + 2;");
            pty.waitFor("42");
        }
        assertThat(database.one("select note from orders where id = 1")).isEqualTo("old");
    }

    @Test
    void whatIsDroppedHasToBeNamed() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("drop table lines;");
            pty.waitFor("DROP TABLE lines: what it loses stays lost");
            pty.enter("y");
            pty.waitFor("not run: nothing was changed");
            pty.enter("truncate \"lines\";");
            pty.waitFor("TRUNCATE lines: what it loses stays lost");
            pty.enter("lines");
            pty.waitFor("done: truncate");
        }
        assertThat(database.one("select count(*) from lines")).isEqualTo("0");
    }

    @Test
    void onlyWhatReadsIsRepeated() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("delete from lines where order_id = 4 \\watch 0.1");
            pty.waitFor("\\watch does not repeat what may write: this statement would do so again and again");
            pty.enter("select count(*) as lines_now from lines \\watch i=0.1 c=2");
            pty.waitUntil("both runs", screen -> screen.split("lines_now\\n *60", -1).length > 2);
        }
    }

    @Test
    void insideOnesOwnTransactionOnlyWhatIsLostIsAskedFor() {
        try (Pty pty = open()) {
            writeOn(pty);
            pty.enter("begin;");
            pty.waitFor("=*#");
            pty.enter("update orders set note = 'mine' where id = 1;");
            pty.waitFor("1 row updated");
            pty.enter("write on --for 5m");
            pty.waitFor("a transaction is open, and it keeps the mode that it began with");
            pty.enter("delete from lines;");
            pty.waitFor("DELETE without WHERE changes every row of lines");
            pty.enter("no");
            pty.waitFor("not run: nothing was changed");
            pty.enter("commit;");
            pty.waitFor("done: commit");
        }
        assertThat(database.one("select note from orders where id = 1")).isEqualTo("mine");
        assertThat(database.one("select count(*) from lines")).isEqualTo("60");
    }

    @Test
    void writeModeEndsBetweenStatements() {
        try (Pty pty = open()) {
            pty.enter("write on --for 1s");
            pty.waitFor("raw SQL may write for 1s");
            pty.enter("begin;");
            pty.waitFor("=*#");
            database.await("select count(*) = 1 from pg_stat_activity"
                    + " where state = 'idle in transaction' and xact_start < clock_timestamp() - interval '2 s'");
            pty.enter("insert into orders values (77);");
            pty.waitFor("1 row inserted");
            pty.enter("commit;");
            pty.waitFor("done: commit");
            pty.enter("insert into orders values (78);");
            pty.waitFor("write mode is over: write on, to go on writing");
            pty.waitFor("cannot execute INSERT in a read-only transaction");
        }
        assertThat(database.list("select id from orders where id > 70")).containsExactly("77");
    }

    private static void writeOn(Pty pty) {
        pty.enter("write on");
        pty.waitFor("raw SQL may write for 15m");
    }

    private Pty open() {
        return ShellOnTerminal.open(database.login(), home);
    }
}
