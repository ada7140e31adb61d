package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said of a change before it is kept, where the server's counters do not tell it all. */
class PreviewTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void upsertTellsWhatItInsertedFromWhatItUpdated() {
        database.execute(
                "create table stock (id int primary key, n int); insert into stock values (1, 1), (2, 2), (3, 3);"
                        + " create table parted (id int primary key, n int) partition by range (id);"
                        + " create table low partition of parted for values from (0) to (9); insert into parted values (1, 1)");
        Previewed previewed = new Previewed(database.writer(database.login()));
        String upsert =
                "insert into stock select i, 9 from generate_series(2, 6) i on conflict (id) do update set n = 9";

        assertThat(previewed.run(upsert)).isEqualTo("not yet committed: 3 inserted, 2 updated in public.stock");
        assertThat(previewed.run(upsert + " where stock.n < 9")).isEqualTo("not yet committed: no row");
        assertThat(previewed.run("with x as (insert into stock values (7, 7), (1, 9) on conflict (id) do update"
                        + " set n = excluded.n returning 1) select count(*) from x"))
                .isEqualTo("not yet committed: 1 inserted, 1 updated in public.stock");
        assertThat(previewed.run("insert into parted values (1, 5), (2, 5) on conflict (id) do update set n = 5"))
                .isEqualTo("not yet committed: 1 inserted, 1 updated in public.low");
        assertThat(database.one("select string_agg(id || '=' || n, ' ' order by id) from stock"))
                .isEqualTo("1=9 2=9 3=9 4=9 5=9 6=9 7=7");
    }

    @Test
    void mergeAndUpdateFromTellEachKindOfChange() {
        database.execute(
                "create table stock (id int primary key, n int); insert into stock values (1, 1), (2, 2), (3, 3);"
                        + " create table news (id int, n int); insert into news values (1, 0), (2, 7), (8, 8), (9, 9)");
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("update stock set n = news.n from news where news.id = stock.id"))
                .isEqualTo("not yet committed: 2 updated in public.stock");
        Assumptions.assumeThat(database.server().major()).isGreaterThan(14);
        assertThat(previewed.run("merge into stock using news on stock.id = news.id"
                        + " when matched and news.n = 0 then delete when matched then update set n = -1"
                        + " when not matched then insert values (news.id, news.n)"))
                .isEqualTo("not yet committed: 2 inserted, 1 updated, 1 deleted in public.stock");
    }

    @Test
    void whatWaitsForTheCommitIsShownBeforeIt() {
        database.execute("""
                create table dt (id int primary key);
                insert into dt values (1), (2);
                create table log (id int);
                create function note() returns trigger language plpgsql as $$
                    begin insert into log select generate_series(1, 100); return null; end $$;
                create constraint trigger noted after update on dt deferrable initially deferred
                    for each row execute function note();
                """);
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("update dt set id = id + 10"))
                .isEqualTo("not yet committed, and without WHERE: 2 updated in public.dt; 200 inserted in public.log");
        assertThat(database.one("select count(*) from log")).isEqualTo("200");
    }

    @Test
    void tableThatATriggerEmptiedIsNamed() {
        database.execute("""
                create table orders (id int primary key);
                insert into orders select generate_series(1, 9);
                create table cache (id int);
                insert into cache select generate_series(1, 50);
                create function forget() returns trigger language plpgsql as $$ begin truncate cache; return null; end $$;
                create trigger forgotten after delete on orders for each statement execute function forget();
                """);
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("delete from orders where id < 4"))
                .isEqualTo("not yet committed: 3 deleted in public.orders;"
                        + " not counted: public.cache (emptied or redefined)");
        assertThat(database.one("select count(*) from cache")).isEqualTo("0");
    }

    @Test
    void rowsOnAnotherServerAreNotTakenForNone() {
        database.execute("create table here (id int, note text)");
        database.execute("insert into here values (1, 'old')");
        database.execute("create extension postgres_fdw");
        database.execute("create server near foreign data wrapper postgres_fdw options (host '"
                + database.login().host() + "', port '" + database.login().port() + "', dbname '"
                + database.login().database() + "')");
        database.execute("create user mapping for public server near options (user '"
                + database.login().user() + "', password '" + database.login().password() + "')");
        database.execute("create foreign table far (id int, note text) server near options (table_name 'here')");
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("update far set note = 'new' where id = 1"))
                .isEqualTo("not yet committed: no row; not counted: public.far (on another server)");
        assertThat(database.one("select note from here")).isEqualTo("new");
    }

    @Test
    void nothingIsSaidToBeCountedWhileNothingIsCounted() {
        database.execute("create table orders (id int)");
        database.execute("insert into orders select generate_series(1, 9)");
        database.execute("alter role " + database.login().user() + " in database "
                + database.login().database() + " set track_counts = off");
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("delete from orders where id < 4"))
                .isEqualTo("not yet committed: no row; not counted: public.orders (track_counts is off)");
    }

    @Test
    void whatAHandlerUndidIsCountedAsTheMostThatCanBe() {
        database.execute("""
                create table orders (id int primary key);
                insert into orders select generate_series(1, 9);
                create table log (id int primary key);
                insert into log values (1);
                create function tell() returns trigger language plpgsql as $$ begin
                    insert into log values (1); return null;
                    exception when unique_violation then return null; end $$;
                create trigger told after delete on orders for each row execute function tell();
                """);
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("delete from orders where id < 4"))
                .isEqualTo("not yet committed: at most 3 inserted in public.log; 3 deleted in public.orders");
        assertThat(database.one("select count(*) from log")).isEqualTo("1");
    }

    @Test
    void whatATriggerDroppedIsTold() {
        database.execute("""
                create table orders (id int primary key);
                insert into orders select generate_series(1, 9);
                create table cache (id int);
                create function forget() returns trigger language plpgsql as $$ begin drop table cache; return null; end $$;
                create trigger forgotten after delete on orders for each statement execute function forget();
                """);
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("delete from orders where id < 4"))
                .isEqualTo("not yet committed: 3 deleted in public.orders; not counted: what was dropped");
    }

    @Test
    void sumOfManyTablesIsShortened() {
        database.execute("create table root (id int primary key)");
        database.execute("insert into root values (1)");
        for (String name : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")) {
            database.execute("create table " + name + " (id int references root on delete cascade)");
            database.execute("insert into " + name + " values (1)");
        }
        Previewed previewed = new Previewed(database.writer(database.login()));

        assertThat(previewed.run("delete from root"))
                .startsWith("not yet committed, and without WHERE: 1 deleted in public.a; 1 deleted in public.b; ")
                .endsWith("; 1 deleted in public.h; and in 2 tables more");
    }
}
