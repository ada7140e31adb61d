package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.session.Setting;
import dev.dbsh.sql.BrokenSql;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    @Test
    void commandsEndWithTheirLineAndSqlWithItsSemicolon() throws IOException {
        String text = """
                status
                select 1; select
                  2; sequences check;
                # note; select 3;
                -- note
                (values (1));

                tables a* ;;
                """;

        assertThat(units(text))
                .containsExactly(
                        new Script.Unit(Script.Kind.COMMAND, "status", 1),
                        new Script.Unit(Script.Kind.SQL, "select 1", 2),
                        new Script.Unit(Script.Kind.SQL, "select\n  2", 2),
                        new Script.Unit(Script.Kind.COMMAND, "sequences check", 3),
                        new Script.Unit(Script.Kind.SQL, "(values (1))", 6),
                        new Script.Unit(Script.Kind.COMMAND, "tables a*", 8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    set                              | COMMAND
                    set pager off                    | COMMAND
                    set format                       | COMMAND
                    set search_path to a             | SQL
                    SET pager off                    | SQL
                    set local lock_timeout = 1       | SQL
                    SELECT 1                         | SQL
                    /* a */ select 1                 | SQL
                    /* a */ status                   | COMMAND
                    explain select 1                 | SQL
                    table orders                     | SQL
                    tables                           | COMMAND
                    selct 1                          | COMMAND
                    help select                      | COMMAND
                    describe orders                  | COMMAND
                    """)
    void firstWordTellsACommandFromSql(String text, Script.Kind kind) throws IOException {
        assertThat(units(text + ";\n")).extracting(Script.Unit::kind).containsExactly(kind);
    }

    @Test
    void wordSqlBeforeAStatementIsLeftOut() throws IOException {
        assertThat(texts("sql select 1; select 2;")).containsExactly("select 1", "select 2");
        assertThat(texts("sql\nselect 'a\nb';")).containsExactly("select 'a\nb'");
        assertThat(texts("sql status;")).containsExactly("status");
        assertThat(script("sql select 1").missing()).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select 1                         | -
                    select 1 -- ;                    | -
                    select 1 \\echo a                | -
                    `status\nselect '`               | '
                    select "a                        | "
                    do $$                            | $
                    begin; select (1;                | (
                    /* a                             | *
                    `-- b\n/* a`                     | *
                    copy t from stdin;               | >
                    `copy t from stdin;\n1\n`        | >
                    """)
    void textSaysWhatItLacks(String text, String missing) {
        assertThat(script(text).missing()).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                ";",
                "# a",
                "-- a",
                "/* a */",
                "/* a */ -- b\n",
                "status",
                "select 1;",
                "select 1; -- b",
                "\\d",
                "copy t from stdin;\n1\n\\.\n",
                "'"
            })
    void textThatEndsWithAUnitLacksNothing(String text) {
        assertThat(script(text).missing()).isEmpty();
    }

    @Test
    void statementThatEndsWithTheTextMayLackItsSemicolonOnly() throws IOException {
        assertThat(texts("select 1; select 2 ")).containsExactly("select 1", "select 2");
        assertThatThrownBy(() -> units("select 1; select '2"))
                .isInstanceOf(BrokenSql.class)
                .hasMessage("line 1, column 18: the quote ' is not closed");
        assertThatThrownBy(() -> units(script("select 1; select 2").withoutLooseEnd()))
                .isInstanceOf(BrokenSql.class)
                .hasMessage("line 1, column 11: the statement is not ended");
    }

    @Test
    void serverIsAskedAtEachStatementHowItReadsStrings() throws IOException {
        Iterator<Boolean> answers = List.of(true, false, true).iterator();
        Script script = Script.of(
                "status\nselect 'a\\'; help\nselect 'b\\';'; sql select 'c\\';", Setting.names(), answers::next);

        assertThat(units(script))
                .extracting(Script.Unit::text)
                .containsExactly("status", "select 'a\\'", "help", "select 'b\\';'", "select 'c\\'");
        assertThat(answers).isExhausted();
    }

    @Test
    void wordsDoNotDependOnTheLanguage() throws IOException {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(units("insert into t values (1);"))
                    .extracting(Script.Unit::kind)
                    .containsExactly(Script.Kind.SQL);
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static List<String> texts(String text) throws IOException {
        return units(text).stream().map(Script.Unit::text).toList();
    }

    private static List<Script.Unit> units(String text) throws IOException {
        return units(script(text));
    }

    private static List<Script.Unit> units(Script script) throws IOException {
        List<Script.Unit> units = new ArrayList<>();
        for (Script.Unit unit = script.next(); unit != null; unit = script.next()) {
            units.add(unit);
        }
        return units;
    }

    private static Script script(String text) {
        return Script.of(text, Setting.names(), () -> true);
    }
}
