package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwnershipTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void ownerThatDoesNotUseItTakesTheDefaultOfAnotherAlong() {
        database.execute("create table a (id serial); alter table a alter id drop default");
        database.execute("create table b (id int default nextval('a_id_seq'))");

        assertThat(found())
                .containsExactly(
                        "public.a_id_seq OWNED_BY_OTHER: public.a.id owns it and does not use it, public.b.id does:"
                                + " drop table public.a cascade would take that default along");
        assertThatThrownBy(() -> database.execute("drop table a")).hasMessageContaining("other objects depend on it");
        doAsPrinted();
        database.execute("drop table a");
        assertThat(found()).isEmpty();
    }

    @Test
    void copiesThatADropWouldTakeAlongAreNamed() {
        database.execute("create table a (id serial primary key)");
        database.execute("create table b (like a including all); create table c (like a including all)");

        assertThat(found())
                .containsExactly(
                        "public.a_id_seq DROP_TAKES_ALONG: public.a.id owns it, and public.b.id, public.c.id take"
                                + " their values from it too: drop table public.a fails, and with cascade takes those defaults along");
        doAsPrinted();
        database.execute("drop table a");
        database.execute("insert into b default values; insert into c default values");
    }

    @Test
    void secondSequenceOfAColumnIsTheOneThatItDoesNotUse() {
        database.execute("create table a (id serial)");
        database.execute("create sequence newer owned by a.id");
        database.execute("alter table a alter id set default nextval('newer')");

        assertThat(found())
                .containsExactly(
                        "public.a_id_seq SECOND_OF_COLUMN: public.a.id owns it and uses public.newer, which it owns"
                                + " too: pg_get_serial_sequence may name the wrong one");
        doAsPrinted();
        assertThat(database.one("select pg_get_serial_sequence('a', 'id')")).isEqualTo("public.newer");
    }

    @Test
    void defaultFromAnotherSchemaAndFromNobodysSequenceEndAsSerial() {
        database.execute("create schema far; create sequence far.s; create table a (id int default nextval('far.s'))");

        assertThat(found())
                .containsExactly("far.s OTHER_SCHEMA: the default of public.a.id takes it from another schema: whoever"
                        + " restores or drops one of the two schemas misses it");
        doAsPrinted();
        assertThat(found())
                .containsExactly(
                        "public.s NOT_OWNED: public.a.id uses it and does not own it: pg_get_serial_sequence is"
                                + " null, and it stays when the column goes");
        doAsPrinted();
        assertThat(database.one("select pg_get_serial_sequence('a', 'id')")).isEqualTo("public.s");
        assertThat(found()).isEmpty();
    }

    @Test
    void leftoverIsSaidAndWhatIsAsItShouldBeIsNot() {
        database.execute("create table a (id serial, n int generated always as identity, k bigserial)");
        database.execute("create sequence shared; create table b (id int default nextval('shared'))");
        database.execute("create table c (id int default nextval('shared')); create sequence alone");
        database.execute("create table p (id serial, k int) partition by list (k);"
                + " create table p1 partition of p for values in (1)");
        assertThat(found()).isEmpty();

        database.execute("alter table a alter id drop default");

        assertThat(found())
                .containsExactly(
                        "public.a_id_seq OWNED_NOT_USED: public.a.id owns it and does not use it: it goes when the column goes");
        doAsPrinted();
        assertThat(found()).isEmpty();
    }

    private List<Ownership> all() {
        return Ownership.of(new Sequences(database.session()).catalog(Filter.NONE));
    }

    private List<String> found() {
        return all().stream()
                .map(each -> each.sequence() + " " + each.code() + ": " + each.finding())
                .toList();
    }

    private void doAsPrinted() {
        all().forEach(each -> database.execute(each.type()));
    }
}
