package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Words;
import dev.dbsh.demo.Login;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import dev.dbsh.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceShowTest {
    private static final String VERDICTS = """
            # typed       | verdict
            a_id_seq      | sq.a_id_seq: behind, the next insert fails
            dom_seq       | sq.dom_seq: behind, 3 inserts succeed and the one after fails
            t_id_seq      | sq.t_id_seq: behind
            r_id_seq      | sq.r_id_seq: ok, 32766 inserts succeed and the one after fails
            l_id_seq      | sq.l_id_seq: cycle, 2 inserts succeed and the one after fails
            nearly_id_seq | sq.nearly_id_seq: near end
            n_id_seq      | sq.n_id_seq: ok
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("sequence-shapes");

    @ParameterizedTest
    @CsvSource(textBlock = VERDICTS, delimiter = '|')
    void verdictSaysWhichInsertFails(String typed, String verdict) {
        assertThat(show(typed).ending().verdict()).isEqualTo(verdict);
    }

    @Test
    void eachUniqueIndexIsForetoldForWhatItConcerns() {
        database.execute("create table sq.many (tenant int, id bigserial primary key, kind text, live boolean)");
        database.execute("create unique index many_tenant on sq.many (tenant, id)");
        database.execute("create unique index many_live on sq.many (id) where live");
        database.execute("create unique index many_lower on sq.many (id, lower(kind))");
        database.execute("insert into sq.many values (7, 4, 'x', true), (7, 5, 'y', false)");

        assertThat(hits(show("many_id_seq")))
                .containsExactly(
                        "sq.many_live [id] - - [] holds some of the rows only: whether an insert is one of them cannot be"
                                + " told",
                        "sq.many_lower [id] - - [] has an expression besides: not told",
                        "sq.many_pkey [id] 4 4 [] ",
                        "sq.many_tenant [tenant, id] 4 4 [tenant = 7] ");
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void tenantsThatCollideAreNamed(int major) throws Exception {
        try (TestDatabase shapes = TestDatabase.open(major, "sequence-shapes")) {
            shapes.execute("insert into sq.t values (2, 1), (3, 2)");
            SequenceShow command = new SequenceShow(shapes.session());

            Report<?> report = command.run(Arguments.of(command.signature(), Words.of("t_id_seq")));

            assertThat(hits(report)).containsExactly("sq.t_pkey [tenant_id, id] 1 1 [tenant_id = 1, tenant_id = 2] ");
        }
    }

    @Test
    void stepsThatPassBetweenTheStoredValuesCollideWithNone() {
        assertThat(hits(show("even_id_seq"))).containsExactly("sq.even_pkey [id] - - [] no stored value on its way");
        assertThat(hits(show("j_id_seq"))).containsExactly("sq.j_pkey [id] -1 1 [] ");
    }

    @Test
    void largestBlockAheadIsWhoeverWroteItsIds() {
        database.execute("create table sq.loaded (id serial primary key)");
        database.execute("insert into sq.loaded select generate_series(1, 20)");
        database.execute("select setval('sq.loaded_id_seq', 20)");
        database.execute("insert into sq.loaded select generate_series(25, 27)");
        database.execute("insert into sq.loaded select generate_series(1000, 1499)");

        assertThat(section(show("loaded"), "explicit_ids").rows())
                .isEqualTo(List.of(new Block("sq.loaded.id", new BigDecimal(1000), new BigDecimal(1499), 500)));
    }

    @Test
    void consumersAreToldWithHowTheyAreKnown() {
        assertThat(consumers("sh"))
                .containsExactly(
                        "sq.h1.id owned the column's default, and the column owns it",
                        "sq.h2.id default the column's default");
        assertThat(consumers("sq.i_id_seq")).containsExactly("sq.i.id owned the column owns it and does not use it");
        assertThat(consumers("tr")).containsExactly("sq.z possible function sq.zf names it");
        assertThat(consumers("lb")).containsExactly("sq.y.id possible the column's default names it as text");
        assertThat(consumers("in_rule"))
                .containsExactly("rule also on table sq.aa possible rule also on table sq.aa depends on it");
    }

    @Test
    void rowsFarBeyondAllOthersAreListed() {
        assertThat(section(show("far_up"), "outliers").rows())
                .isEqualTo(List.of(new Outliers("sq.far_up.id", List.of("32000", "32767"))));
        assertThat(section(show("far_down"), "outliers").rows())
                .isEqualTo(List.of(new Outliers("sq.far_down.id", List.of("-32768"))));
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void partitionsHaveTheIdentityOnlyOnNewServers(int major) throws Exception {
        try (TestDatabase shapes = TestDatabase.open(major, "sequence-shapes")) {
            SequenceShow command = new SequenceShow(shapes.session());

            Report<?> report = command.run(Arguments.of(command.signature(), Words.of("w_id_seq")));

            String known = ((Consumer) section(report, "consumers").rows().get(0)).knownBy();
            assertThat(known.endsWith("23502")).isEqualTo(fails(shapes, "insert into oth.w1 (k) values (1)"));
        }
    }

    private static boolean fails(TestDatabase shapes, String insert) {
        try {
            shapes.execute("select setval('sq.w_id_seq', 100)");
            shapes.execute(insert);
            return false;
        } catch (IllegalStateException e) {
            return e.getMessage().contains("null value in column \"id\"");
        }
    }

    @Test
    void privilegesAreThoseOfTheSequence() {
        Login role = database.role("");
        database.execute("grant usage, select on sequence sq.a_id_seq to " + role.user());

        assertThat(section(show("a_id_seq"), "privileges").rows())
                .isEqualTo(List.of(
                        new Right(role.user(), List.of("select", "usage")),
                        new Right(database.login().user(), List.of("select", "update", "usage"))));
    }

    @Test
    void tableWithTwoSequencesIsNotGuessed() {
        assertThatThrownBy(() -> show("i")).hasMessage("i means 2 sequences");
    }

    private List<String> consumers(String typed) {
        return section(show(typed), "consumers").rows().stream()
                .map(row -> (Consumer) row)
                .map(consumer -> consumer.what() + " " + consumer.how().word() + " " + consumer.knownBy())
                .toList();
    }

    private static List<String> hits(Report<?> report) {
        return section(report, "unique_indexes").rows().stream()
                .map(row -> (IndexHit) row)
                .map(hit -> String.join(
                        " ",
                        hit.index(),
                        hit.columns().toString(),
                        hit.collision() == null ? "-" : hit.collision().toString(),
                        hit.failsOnInsert() == null ? "-" : hit.failsOnInsert().toString(),
                        hit.onlyFor().toString(),
                        hit.note()))
                .toList();
    }

    private static Section<?> section(Report<?> report, String key) {
        return report.ending().sections().stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Report<?> show(String typed) {
        SequenceShow command = new SequenceShow(database.session());
        return command.run(Arguments.of(command.signature(), Words.of(typed)));
    }
}
