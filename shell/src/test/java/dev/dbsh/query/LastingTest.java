package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said to stay of a change that was shown and not kept. */
class LastingTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private Previewed previewed;

    @BeforeEach
    void fill() {
        database.execute("""
                create table orders (id int primary key, note text, at timestamptz default now());
                insert into orders select i, 'old' from generate_series(1, 9) i;
                create table log (id bigserial, what text);
                create function log_it() returns trigger language plpgsql as
                    $$ begin insert into log (what) values (tg_op); return null; end $$;
                create function touch() returns trigger language plpgsql as
                    $$ begin new.at := now(); return new; end $$;
                """);
        previewed = new Previewed(database.writer(database.login()));
    }

    @Test
    void nothingStaysOfAChangeOfPlainRows() {
        database.execute("create trigger touched before update on orders for each row execute function touch()");

        assertThat(previewed.declined("update orders set note = upper(note) where id < 4"))
                .isEqualTo("rolled back, nothing was changed");
        assertThat(previewed.declined("delete from orders")).isEqualTo("rolled back, nothing was changed");
    }

    @Test
    void numbersThatATriggerTookAreTaken() {
        database.execute("create trigger logged after update on orders for each row execute function log_it()");

        assertThat(previewed.declined("update orders set note = 'new' where id < 4"))
                .isEqualTo("rolled back; numbers that it took from public.log_id_seq stay taken");
        assertThat(database.one("select last_value from log_id_seq")).isEqualTo("3");
        assertThat(database.one("select count(*) from log")).isEqualTo("0");
    }

    @Test
    void positionThatWasSetStaysSet() {
        assertThat(previewed.declined("delete from orders where setval('log_id_seq', 77) = id"))
                .isEqualTo("rolled back, but not what setval did;"
                        + " numbers that it took from public.log_id_seq stay taken");
        assertThat(database.one("select last_value from log_id_seq")).isEqualTo("77");
    }

    @Test
    void advisoryLocksOfTheSessionAreStillHeld() {
        assertThat(previewed.declined("update orders set note = 'x' where id = 1"
                        + " and pg_advisory_lock(-4294967295) is not null and pg_advisory_lock(3, -4) is not null"
                        + " and pg_advisory_xact_lock(5) is not null"))
                .contains("; still held: advisory lock (-4294967295), (3, -4)");
        assertThat(database.list("select classid || ' ' || objid || ' ' || objsubid from pg_locks"
                        + " where locktype = 'advisory' order by 1"))
                .containsExactly("3 4294967292 2", "4294967295 1 1");
        assertThat(previewed.declined("update orders set note = 'x' where id = 2"))
                .isEqualTo("rolled back, nothing was changed");
    }

    @Test
    void functionsThatMayReachOutOfTheTransactionAreNamed() {
        database.execute("""
                create extension dblink;
                create function reach_out() returns trigger language plpgsql as $$ begin
                    perform dblink_exec('dbname=%s host=%s port=%s user=%s password=%s', 'insert into log (what) values (1)');
                    return null; end $$;
                create function step(int) returns int language sql as 'select $1 + log_size()::int';
                """.replace("'select $1 + log_size()::int'", "'select $1'").formatted(
                database.login().database(),
                database.login().host(),
                database.login().port(),
                database.login().user(),
                database.login().password()));
        database.execute(
                "create trigger reaching after delete on orders for each statement execute function reach_out()");

        assertThat(previewed.declined("delete from orders where id = step(3)"))
                .isEqualTo("rolled back; what public.reach_out() did outside of the transaction is not known");
        assertThat(database.one("select count(*) from log")).isEqualTo("1");
        assertThat(database.one("select count(*) from orders")).isEqualTo("9");
    }

    @Test
    void functionsInDefaultsAndInTheStatementCountToo() {
        database.execute("""
                create function hidden() returns text language plpgsql as $$ begin execute 'select 1'; return 'x'; end $$;
                create function "Shown"(text) returns text language plpgsql as $$ begin return hidden(); end $$;
                alter table orders alter column note set default hidden();
                """);

        assertThat(previewed.declined("update orders set note = default where id = 1"))
                .isEqualTo("rolled back; what public.hidden() did outside of the transaction is not known");
        assertThat(previewed.declined("delete from log where what = \"Shown\" ('x')"))
                .isEqualTo("rolled back; what public.\"Shown\"() did outside of the transaction is not known");
    }
}
