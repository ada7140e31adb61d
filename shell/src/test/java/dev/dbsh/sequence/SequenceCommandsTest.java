package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Words;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceCommandsTest {
    private static final String FILTERS = """
            # typed                     | sequences
            sq.m_*                      | sq.m_id_seq
            M_ID_SEQ                    | sq.m_id_seq
            n*_id_seq                   | sq.n2_id_seq, sq.n_id_seq, sq.nearly_id_seq
            n_id_seq                    | sq.n_id_seq
            "My Schema".*               | "My Schema"."User_Id_seq"
            "User_Id_seq"               | "My Schema"."User_Id_seq"
            User_Id_seq                 |
            --schema oth                | oth.s
            --schema OTH                | oth.s
            --table h2                  | sq.sh
            --table sq.i                | sq.i_id_seq, sq.i_new
            --table oth.i               |
            --table y                   | sq.lb
            --table sq.z                | sq.tr
            --table "My Schema"."User"  | "My Schema"."User_Id_seq"
            sq.[a-c]*                   |
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("sequence-shapes");

    @ParameterizedTest
    @CsvSource(textBlock = FILTERS, delimiter = '|', quoteCharacter = '\u0001', emptyValue = "")
    void filtersByWhatWasTyped(String typed, String sequences) {
        Report<?> report = list(typed);

        assertThat(String.join(", ", names(report))).isEqualTo(sequences == null ? "" : sequences);
    }

    @Test
    void behindShowsOnlyThoseAndCountsAll() {
        Report<?> report = list("--behind sq.i*");

        assertThat(names(report)).containsExactly("sq.i_new", "sq.\"it's?\"");
        assertThat(report.ending().verdict()).isEqualTo("2 of 5 sequences behind");
        assertThat(report.ending().hints()).containsExactly("sequences fix sq.i_new sq.\"it's?\"");
    }

    @Test
    void checkShowsWhatNeedsAHumanWorstFirst() {
        Report<?> report = check("sq.n*");

        assertThat(names(report)).containsExactly("sq.nan_seq", "sq.num_seq", "sq.nearly_id_seq");
        assertThat(report.outcome()).isEqualTo(Outcome.FINDINGS);
        assertThat(report.ending().verdict()).isEqualTo("2 of 6 sequences behind, 1 near the end");
    }

    @Test
    void checkOfWhatIsFineSaysSo() {
        Report<?> report = check("n2_id_seq");

        assertThat(report.rows()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
        assertThat(report.ending().verdict()).isEqualTo("1 sequence checked, none behind");
    }

    @Test
    void checkOfNothingIsNotFine() {
        Report<?> report = check("nosuch*");

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(report.ending().verdict()).isEqualTo("no sequence matches: nothing was checked");
    }

    @Test
    void schemaOfThreePartsIsRefused() {
        assertThatThrownBy(() -> list("--schema a.b.c"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE));
    }

    @Test
    void foretoldInsertIsTheOneThatFails() {
        database.execute("create table sq.gap (id serial primary key, v int)");
        database.execute("insert into sq.gap values (10, 1), (11, 1)");
        Report<?> report = list("gap_id_seq");
        long fails = ((SequenceState) report.rows().get(0)).failsOnInsert();

        for (int insert = 1; insert < fails; insert++) {
            database.execute("insert into sq.gap (v) values (2)");
        }

        assertThat(fails).isEqualTo(10);
        assertThatThrownBy(() -> database.execute("insert into sq.gap (v) values (2)"))
                .hasMessageContaining("gap_pkey");
    }

    @Test
    void lookingMovesNoSequence() {
        database.execute("create temp table before as " + positions());

        list("*");
        check("*");

        assertThat(database.one("select count(*) from (" + positions() + " except select * from before) moved"))
                .isEqualTo("0");
    }

    private String positions() {
        List<String> reads = database.list("select format('select ''%s''::text as name, last_value, log_cnt, is_called"
                + " from %s', replace(oid::regclass::text, '''', ''''''), oid::regclass) from pg_class"
                + " where relkind = 'S'");
        return String.join(" union all ", reads);
    }

    private Report<?> list(String typed) {
        return run(new SequenceList(database.session(), Progress.UNSEEN), typed);
    }

    private Report<?> check(String typed) {
        return run(new SequenceCheck(database.session(), Progress.UNSEEN), typed);
    }

    private static Report<?> run(ReportCommand command, String typed) {
        return command.run(Arguments.of(command.signature(), Words.of(typed)));
    }

    private static List<String> names(Report<?> report) {
        return report.rows().stream()
                .map(row -> ((SequenceState) row).sequence().name().toString())
                .toList();
    }
}
