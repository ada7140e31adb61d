package dev.dbsh.sql.classify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassifierTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sql/facts.txt", delimiter = '¦', quoteCharacter = '\u0001', maxCharsPerColumn = 500)
    void factsOfAStatement(
            String statement, String kind, Effect effect, Block.Answer block, String loss, String locks) {
        Classified classified = Classified.of(statement);

        assertThat(classified.kind().isEmpty() ? "-" : classified.kind()).isEqualTo(kind);
        assertThat(classified.effect()).isEqualTo(effect);
        assertThat(classified.block().answer()).isEqualTo(block);
        assertThat(shown(classified.loss())).isEqualTo(loss);
        assertThat(shown(classified.locks())).isEqualTo(locks);
    }

    private static String shown(Loss loss) {
        String toType =
                loss.toType().stream().map(object -> object.name().toString()).collect(joining(", "));
        return loss.destruction()
                + (toType.isEmpty() ? "" : " type " + toType)
                + (loss.everyRow() ? ", every row" : "");
    }

    private static String shown(List<PredictedLock> locks) {
        return locks.isEmpty()
                ? "-"
                : locks.stream()
                        .map(lock -> lock.level().words() + " " + lock.on().name())
                        .collect(joining(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
                    select * from a, only b, public.c as d join e on true, lateral (select 1 from f) g ¦ read a, read b, read public.c, read e, read f
                    select extract(year from a), trim(both 'x' from b), a is distinct from c from d    ¦ read d
                    select * from f(1), rows from (g(2)), generate_series(1, 2) h, i                    ¦ read i
                    select * from (a join b using (c)) x, (values (1), (2)) y                           ¦ read a, read b
                    with a as (select * from b), c (d) as materialized (table e) select * from a, c, f  ¦ read b, read e, read f
                    select a, from_b, "from" from "From".U&"\\0061b"                                    ¦ read "From".ab
                    select 1 as from, x.join from a x                                                   ¦ read a
                    insert into a select * from b union select * from c                                 ¦ target a, read b, read c
                    update a set b = (select c from d) from e where true                                ¦ target a, read d, read e
                    with a (b) as (select 1) search depth first by set, b set update cycle b set x to 1 default 0 using y select * into c from a ¦ target c
                    delete from a using b, c                                                            ¦ target a, read b, read c
                    merge into a using (select * from b) c on true when matched then do nothing         ¦ target a, read b
                    with a as (insert into b default values), c as (delete from d using e) select 1     ¦ target b, target d, read e
                    create table a as select * from b                                                   ¦ target a, read b
                    create index on a.b.c (d)                                                           ¦ target a.b.c
                    alter table a add b int references c, attach partition d for values in (1)          ¦ target a, read c, read d
                    copy (select * from a) to stdout                                                    ¦ read a
                    explain delete from a using b                                                       ¦ read a, read b
                    explain analyze delete from a using b                                               ¦ target a, read b
                    declare c cursor for select * from a                                                ¦ target c, read a
                    drop function a(int, text), b.c                                                     ¦ target a, target b.c
                    """)
    void objectsAreNamedWithTheirRole(String statement, String objects) {
        assertThat(Classified.of(statement).objects().stream()
                        .map(object -> object.role().name().toLowerCase(Locale.ROOT) + " " + object.name())
                        .collect(joining(", ")))
                .isEqualTo(objects);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\u0001', textBlock = """
                    select pg_cancel_backend(1), 'pg_notify(1)', pg_notify, x.http                  ¦ pg_cancel_backend
                    select "pg_catalog".U&"pg_cancel\\005fbackend"(1)                              ¦ pg_cancel_backend
                    select (a.pid).pg_cancel_backend from pg_stat_activity a                       ¦ pg_cancel_backend
                    select g.pg_cancel_backend from generate_series(1, 1) g                        ¦ pg_cancel_backend
                    select ts_rewrite(a, 'b', 'c'), ts_rewrite(a, 'select pg_notify(b, c)'), ($1).http ¦ pg_notify, http
                    select f.pid from t as pg_cancel_backend(pid), "PG_CANCEL_BACKEND"(1) f        ¦ -
                    select pg_try_advisory_xact_lock_shared(1), pg_stat_reset_slru(null)           ¦ pg_try_advisory_xact_lock_shared, pg_stat_reset_slru
                    insert into a select nextval('s') on conflict do nothing returning setval('s', 1) ¦ nextval, setval
                    explain select nextval('s')                                                    ¦ -
                    explain execute p(nextval('s'))                                                ¦ nextval
                    create view v as select nextval('s')                                           ¦ -
                    create table t (id int default nextval('s'))                                   ¦ -
                    select query_to_xml('select lo_unlink(oid) from l', true, true, '')            ¦ lo_unlink
                    select crosstab('select 1', 'select pg_notify(a, b)'), crosstab('values (1)', 3) ¦ pg_notify
                    select set_config('a.b', 'c', false)                                           ¦ set_config
                    """)
    void functionsWithAnEffectAreFound(String statement, String functions) {
        String found =
                Classified.of(statement).functions().stream().map(Reason::what).collect(joining(", "));

        assertThat(found.isEmpty() ? "-" : found).isEqualTo(functions);
    }

    @Test
    void whatIsKeptCountsWhenItIsRun() {
        KeptStatements kept = new KeptStatements();
        Classifier classifier = new Classifier(true, kept);
        kept.ran(classifier.classify("prepare p (int) as delete from orders where id = $1 returning id"));
        kept.ran(classifier.classify("declare \"C\" cursor for select pg_notify('a', 'b')"));
        kept.ran(classifier.classify("select 1"));

        assertThat(classifier.classify("execute P(1)")).satisfies(execute -> {
            assertThat(execute.effect()).isEqualTo(Effect.WRITES);
            assertThat(execute.returnsRows()).isTrue();
            assertThat(execute.locks()).extracting(lock -> lock.level()).containsExactly(LockLevel.ROW_EXCLUSIVE);
        });
        assertThat(classifier.classify("fetch 1 from \"C\"").effect()).isEqualTo(Effect.WRITES);
        assertThat(classifier.classify("fetch 1 from c").effect()).isEqualTo(Effect.SESSION);
        assertThat(classifier.classify("create table t as execute p(1)").reasons())
                .extracting(Reason::what)
                .containsExactly("CREATE TABLE AS", "DELETE");
    }

    @Test
    void preparingIsNoWriteYet() {
        Classified prepare = Classified.of("prepare p as delete from orders");

        assertThat(prepare.effect()).isEqualTo(Effect.SESSION);
        assertThat(prepare.kept()).isNotNull();
        assertThat(prepare.kept().effect()).isEqualTo(Effect.WRITES);
    }

    @Test
    void backslashEndsAStringOnlyWhereTheSessionSaysSo() {
        String statement = "select '\\', pg_notify('a', 'b') --'";

        assertThat(new Classifier(true).classify(statement).effect()).isEqualTo(Effect.WRITES);
        assertThat(new Classifier(false).classify(statement).functions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "select 1,true",
        "select 1 into a,false",
        "show a,true",
        "explain delete from a,true",
        "delete from a,false",
        "with a as (delete from b returning *) delete from c,false",
        "with a as (select 1) delete from c returning *,true",
        "fetch c,true",
        "copy a to stdout,false"
    })
    void rowsAreForeseen(String statement, boolean rows) {
        assertThat(Classified.of(statement).returnsRows()).isEqualTo(rows);
    }

    static Stream<Arguments> openEnds() {
        return Stream.of(
                        "(",
                        ")",
                        "with",
                        "with a",
                        "with a as",
                        "with a as (",
                        "explain",
                        "explain (",
                        "explain (analyze",
                        "copy",
                        "copy (",
                        "copy a",
                        "copy a from",
                        "create",
                        "create index on",
                        "alter table",
                        "alter table a add",
                        "prepare p as",
                        "declare c",
                        "set",
                        "set local",
                        "reset",
                        "fetch",
                        "vacuum (",
                        "reindex",
                        "cluster (",
                        "lock",
                        "lock a in",
                        "select from",
                        "select into",
                        "select for",
                        "insert into",
                        "update",
                        "delete from",
                        "merge into a using",
                        "create rule r as on",
                        "grant on",
                        "select pg_notify(",
                        "select set_config(",
                        "select query_to_xml(",
                        "select (1).pg_notify.",
                        "create function f() begin atomic",
                        "drop",
                        "truncate ,",
                        "select ))))",
                        "((((select")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("openEnds")
    void statementThatStopsAnywhereIsStillClassified(String statement) {
        assertThat(Classified.of(statement).kind()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
                    select 1;                                                             ¦ false
                    ; select 1 ; ;                                                        ¦ false
                    select 1; select 2                                                    ¦ true
                    select ';', $$;$$, \";\" -- ;                                        ¦ false
                    create rule r as on insert to a do also (delete from b; delete from c) ¦ false
                    create function f() begin atomic select case when a then b end; select 1; end ¦ false
                    create function f() begin atomic select 1; end; delete from a         ¦ true
                    create function f() language sql as ''; create procedure p() begin atomic select 1; end ¦ true
                    begin; atomic                                                         ¦ true
                    """, quoteCharacter = '\u0001')
    void severalStatementsAreTold(String text, boolean several) {
        assertThat(Classified.of(text).isSeveral()).isEqualTo(several);
    }

    @Test
    void deepNestingIsNoEndlessRecursion() {
        assertThat(Classified.of("explain ".repeat(100_000) + "select 1").effect())
                .isEqualTo(Effect.READS);
        assertThat(Classified.of("explain analyze ".repeat(100_000) + "select 1")
                        .effect())
                .isEqualTo(Effect.WRITES);
        assertThat(Classified.of("(".repeat(100_000) + "select pg_notify('a', 'b')" + ")".repeat(100_000))
                        .effect())
                .isEqualTo(Effect.WRITES);
        assertThat(Classified.of("select " + "case when a then ".repeat(50_000)).effect())
                .isEqualTo(Effect.READS);
    }

    @Test
    void anyMixtureOfTokensIsClassified() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> words = Stream.concat(
                        Shapes.firstWords().stream(),
                        Stream.of(
                                ("( ) , ; . as from into for update only table select with recursive not materialized on "
                                                + "set to = a \"b\" 'c' 1 $1 pg_notify query_to_xml set_config analyze index add column "
                                                + "references where returning using cascade 1x '")
                                        .split(" ")))
                .toList();
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(1 + random.nextInt(25), 0, words.size())
                    .mapToObj(words::get)
                    .collect(joining(" "));
            try {
                Classified.of(text);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + text, e);
            }
        }
    }

    @Test
    void everyShapeAndEveryFunctionHasItsOwnLine() {
        assertThat(Table.read("statements.txt")).extracting(line -> line.get(1)).doesNotHaveDuplicates();
        assertThat(Table.read("effect-functions.txt"))
                .extracting(line -> line.get(0))
                .doesNotHaveDuplicates();
        assertThat(Table.read("table-changes.txt"))
                .extracting(line -> line.get(0))
                .doesNotHaveDuplicates();
    }
}
