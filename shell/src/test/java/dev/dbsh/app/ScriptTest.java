package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.session.SetSetting;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    @Test
    void commandsEndWithTheirLineAndSqlWithItsSemicolon() {
        Script script = script("""
                status
                select 1; select
                  2; sequences check;
                # note; select 3;
                -- note
                (values (1));

                tables a* ;;
                """);

        assertThat(script.open()).isFalse();
        assertThat(script.units())
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
    void firstWordTellsACommandFromSql(String text, Script.Kind kind) {
        assertThat(script(text + ";\n").units()).extracting(Script.Unit::kind).containsExactly(kind);
    }

    @Test
    void wordSqlBeforeAStatementIsLeftOut() {
        assertThat(units("sql select 1; select 2;")).containsExactly("select 1", "select 2");
        assertThat(units("sql\nselect 'a\nb';")).containsExactly("select 'a\nb'");
        assertThat(script("sql select 1").open()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 1", "status\nselect '", "begin; select (1;", "/* a", "-- b\n/* a", "select 1 -- ;"})
    void statementThatIsNotEndedIsOpen(String text) {
        assertThat(script(text).open()).isTrue();
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
                "select 1; -- b"
            })
    void textThatEndsWithAUnitIsNotOpen(String text) {
        assertThat(script(text).open()).isFalse();
    }

    @Test
    void wordsDoNotDependOnTheLanguage() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(script("insert into t values (1);").units())
                    .extracting(Script.Unit::kind)
                    .containsExactly(Script.Kind.SQL);
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static List<String> units(String text) {
        return script(text).units().stream().map(Script.Unit::text).toList();
    }

    private static Script script(String text) {
        return Script.of(text, AllCommands.table(), SetSetting.names());
    }
}
