package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceExplainTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("sequence-shapes");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR:  duplicate key value violates unique constraint \"a_pkey\"\nDETAIL:  Key (id)=(1) already exists.",
                "2026-01-02 03:04:05.678 UTC [99-1] app@shop ERROR:  duplicate key value violates unique constraint"
                        + " \"a_pkey\"\n\tDETAIL:  Key (id)=(1) already exists.\n\tSTATEMENT:  insert into a (v) values (5)",
                "2026-01-02 03:04:05 UTC,\"app\",\"shop\",9,\"[local]\",65,3,\"INSERT\",2026,3/4,5,ERROR,23505,\"duplicate"
                        + " key value violates unique constraint \"\"a_pkey\"\"\",\"Key (id)=(1) already exists.\",,,,,"
                        + "\"insert into a (id) values (1)\",,,\"\",\"client backend\",,0",
                "{\"error_severity\":\"ERROR\",\"state_code\":\"23505\",\"message\":\"duplicate key value violates unique"
                        + " constraint \\\"a_pkey\\\"\",\"detail\":\"Key (id)=(1) already exists.\"}",
                "org.postgresql.util.PSQLException: ERROR: duplicate key value violates unique constraint \"a_pkey\"\n"
                        + "  Detail: Key (id)=(1) already exists.\n\tat org.postgresql.core.v3.QueryExecutorImpl",
                "sqlalchemy.exc.IntegrityError: (psycopg2.errors.UniqueViolation) duplicate key value violates unique"
                        + " constraint \"a_pkey\"\\nDETAIL:  Key (id)=(1) already exists.\\n",
                "FEHLER:  doppelter Schlüsselwert verletzt Unique-Constraint »a_pkey«\n"
                        + "DETAIL:  Schlüssel »(id)=(1)« existiert bereits.",
                "ERREUR:  la valeur d'une clé dupliquée rompt la contrainte unique «\u00a0a_pkey\u00a0»\n"
                        + "DÉTAIL : La clé «\u00a0(id)=(1)\u00a0» existe déjà.",
                "ERROR:  llave duplicada viola restricción de unicidad «a_pkey»\nDETALLE:  Ya existe la llave (id)=(1).",
                "ERROR:  重複したキー値は一意性制約\"a_pkey\"違反となります\nDETAIL:  キー (id)=(1) はすでに存在します。"
            })
    void messageIsReadInEveryWrappingAndLanguage(String message) {
        Report<Explained> report = explain(message);

        assertThat(lines(report)).containsExactly("sq.a_pkey sq.a id 1 sq.a_id_seq");
        assertThat(report.ending().verdict())
                .isEqualTo("sq.a_id_seq, which feeds id, is 5 behind: its next value is 1, and 5 is stored");
        assertThat(report.ending().hints()).containsExactly("sequences fix sq.a_id_seq");
        assertThat(report.ending().sections().get(0).rows())
                .hasToString("[Block[column=sq.a.id, first=1, last=5, values=5]]");
    }

    @Test
    void wordsOfAPromptAreEnough() {
        SequenceExplain command = new SequenceExplain(database.session());

        Report<?> report = command.run(Arguments.of(
                command.signature(), Words.of("ERROR: duplicate key value violates unique constraint \"a_pkey\"")));

        assertThat(report.ending().hints()).containsExactly("sequences fix sq.a_id_seq");
    }

    @Test
    void realMessagesOfStrangeTablesLeadToTheirSequences() {
        assertThat(failing("insert into \"My Schema\".\"User\" (v) values (1)"))
                .containsExactly(
                        "\"My Schema\".\"User_pkey\" \"My Schema\".\"User\" \"Id\" 1 \"My Schema\".\"User_Id_seq\"");
        assertThat(failing("insert into \"we.ird\"\"tbl\" (v) values (1)"))
                .containsExactly(
                        "sq.\"we.ird\"\"tbl_pkey\" sq.\"we.ird\"\"tbl\" \"co l\" 1 sq.\"we.ird\"\"tbl_co l_seq\"");
        assertThat(failing("insert into w (k) values (1)"))
                .containsExactly("oth.w1_pkey sq.w id 1 sq.w_id_seq", "oth.w1_pkey sq.w k 1 null");
        assertThat(failing("insert into t (tenant_id, v) values (1, 1)"))
                .containsExactly("sq.t_pkey sq.t id 1 sq.t_id_seq", "sq.t_pkey sq.t tenant_id 1 null");
        assertThat(failing("insert into j (v) values (1)")).containsExactly("sq.j_pkey sq.j id -1 sq.j_id_seq");
    }

    @Test
    void columnWithoutASequenceIsSaid() {
        database.execute("create table sq.coded (code text primary key, other int)");
        database.execute("create unique index coded_lower on sq.coded (lower(code))");

        Report<Explained> plain = explain("unique constraint \"coded_pkey\" DETAIL: Key (code)=(it's) already exists.");
        Report<Explained> expression =
                explain("unique constraint \"coded_lower\" Key (lower(code))=(x) already exists");

        assertThat(plain.ending().verdict())
                .isEqualTo("sq.coded.code: no sequence feeds it: the value came with the statement");
        assertThat(plain.ending().hints()).containsExactly("describe sq.coded");
        assertThat(expression.ending().verdict()).isEqualTo("sq.coded.(expression): no sequence feeds an expression");
    }

    @Test
    void repairedMeanwhileIsSaid() {
        Fixing.fix(database.session(), "a");

        Report<Explained> report = explain("unique constraint \"a_pkey\" Key (id)=(5) already exists.");

        assertThat(report.ending().verdict())
                .isEqualTo(
                        "sq.a_id_seq, which feeds id, gave that value, and is past the stored ones now: the statement can be run again");
    }

    @Test
    void nameThatSeveralHaveIsToldApartByWhatElseIsThere() {
        database.execute("create table oth.a (code serial primary key, v int)");

        assertThat(lines(explain("constraint \"a_pkey\" Key (code)=(1) already exists")))
                .containsExactly("oth.a_pkey oth.a code 1 oth.a_code_seq");
        assertThat(lines(explain("constraint \"a_pkey\" insert into oth.a")))
                .containsExactly("oth.a_pkey oth.a code null oth.a_code_seq");
        assertThat(explain("constraint \"a_pkey\"").ending().verdict())
                .isEqualTo("one of 2 unique indexes of that name, on sq.a:"
                        + " sq.a_id_seq, which feeds id, is 5 behind: its next value is 1, and 5 is stored");
    }

    @Test
    void messageThatNamesNoIndexOfThisDatabaseIsRefused() {
        assertThatThrownBy(() -> explain("ERROR:  duplicate key value violates unique constraint \"elsewhere_pkey\""))
                .hasMessage("no unique index of database " + database.login().database() + " is named in it");
    }

    private List<String> failing(String insert) {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = sq");
            statement.execute(insert);
        } catch (SQLException e) {
            return lines(explain(e.getMessage()));
        }
        throw new AssertionError("did not fail: " + insert);
    }

    private Report<Explained> explain(String message) {
        SequenceExplain command = new SequenceExplain(database.session());
        return command.run(Arguments.of(command.signature(), List.of(Word.given(message))));
    }

    private static List<String> lines(Report<Explained> report) {
        return report.rows().stream()
                .map(row -> row.key().index() + " " + row.key().table() + " " + row.column() + " " + row.value() + " "
                        + (row.state() == null ? null : row.state().sequence().name()))
                .toList();
    }
}
