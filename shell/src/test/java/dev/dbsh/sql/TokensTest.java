package dev.dbsh.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.sql.Token.Kind;
import dev.dbsh.testing.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    /** Kinds by their letter: Word, quoted Name, String, Number, Parameter, sYmbol, Unterminated, Garbage. */
    private static final String CASES = """
            select 1                                              ¦ W select / N 1
            SELECT Ärger, a$b, _c                                 ¦ W select / W Ärger / Y , / W a$b / Y , / W _c
            "a""b" "" "x;y"                                       ¦ Q a"b / Q / Q x;y
            U&"d\\0061t\\+000061" + 1                             ¦ Q data / Y + / N 1
            u&"d!0061ta!!" /* a */ UESCAPE '!'                    ¦ Q data!
            U&'d!0061ta' uescape $$!$$, 2                         ¦ S data / Y , / N 2
            U&'\\00zz' U&'\\D83D' U&'\\D83D\\DE00'                ¦ S U&'\\00zz' / S U&'\\D83D' / S 😀
            U&'a' uescape 'ab' uescape '!'                        ¦ S a / W uescape / S ab / W uescape / S !
            u& 'a', name'a\\'                                     ¦ W u / Y & / S a / Y , / W name / S a\\
            'it''s' '' 'a\\'                                      ¦ S it's / S / S a\\
            E'a\\'b\\n\\x41\\101\\u0041\\U0001F600' e'\\xC3\\xA4' ¦ S a'b↵AAA😀 / S ä
            E'\\xff' E'\\u00' E'\\ud83d' E'\\ud83d\\ude00'        ¦ S E'\\xff' / S E'\\u00' / S E'\\ud83d' / S 😀
            B'01''10' x'1F' N'a''b'                               ¦ S 01 / S 10 / S 1F / S a'b
            'a'↵'b' -- c'↵  'd'                                   ¦ S abd
            'a' 'b'                                               ¦ S a / S b
            'a' /* x */↵'b'                                       ¦ S a / S b
            'a'↵- 'b'                                             ¦ S a / Y - / S b
            E'a\\''↵'\\'b', "a"↵"b"                               ¦ S a''b / Y , / Q a / Q b
            $$a'b$$ $_x$ $$ $_x$ $ä$b$ä$                          ¦ S a'b / S  $$ / S b
            $1 $12 $1a $ $a a$1$                                  ¦ P $1 / P $12 / G $1a / G $ / G $ / W a / W a$1$
            1 1.5 .5 1. 1..2 1e5 1E-5 1.5e+1                      ¦ N 1 / N 1.5 / N .5 / N 1. / N 1 / Y .. / N 2 / N 1e5 / N 1E-5 / N 1.5e+1
            0x1F 0o17 0b11 1_000 0x_1 1_0.0_1e1_0                 ¦ N 0x1F / N 0o17 / N 0b11 / N 1_000 / N 0x_1 / N 1_0.0_1e1_0
            1a 1_ 1__0 0x 0b12 1e 1e+ 1.a                         ¦ G 1a / G 1_ / G 1__0 / G 0x / G 0b12 / G 1e / G 1e / Y + / G 1.a
            1e5$1 1e+5$1 1$2 0x1F$2                               ¦ G 1e5$1 / N 1e+5 / P $1 / N 1 / P $2 / G 0x1F$2
            a.b::int[1] := (c => 2);                              ¦ W a / Y . / W b / Y :: / W int / Y [ / N 1 / Y ] / Y := / Y ( / W c / Y => / N 2 / Y ) / Y ;
            a<>b @> <-> ->> #>> ?| &&                             ¦ W a / Y <> / W b / Y @> / Y <-> / Y ->> / Y #>> / Y ?| / Y &&
            1+-2 a=-1 a@-1 a*-+1 |/ 2                             ¦ N 1 / Y + / Y - / N 2 / W a / Y = / Y - / N 1 / W a / Y @- / N 1 / W a / Y * / Y - / Y + / N 1 / Y |/ / N 2
            a+/* x */b -- c                                       ¦ W a / Y + / W b
            a@--c'↵b                                              ¦ W a / Y @ / W b
            /* a /* ' */ b **/c/*/*/**/*/*/d                      ¦ W c / W d
            a /*/ */b                                             ¦ W a / W b
            \\d { } a:b :'c'                                      ¦ G \\ / W d / G { / G } / W a / Y : / W b / Y : / S c
            'open ;                                               ¦ U 'open ;
            a "open                                               ¦ W a / U "open
            e'a\\'                                                ¦ U e'a\\'
            $a$ $b$                                               ¦ U $a$ $b$
            1 /* /* */                                            ¦ N 1 / U /* /* */
            a 'b'↵                                                ¦ W a / S b
            a\u00a0b\u2003c                                       ¦ W a\u00a0b\u2003c
            """;

    @ParameterizedTest
    @CsvSource(textBlock = CASES, delimiter = '¦', quoteCharacter = '\u0001')
    void statementIsCutAsTheServerCutsIt(String statement, String expected) {
        assertThat(shown(Tokens.of(statement.replace('↵', '\n'), true)).replace('\n', '↵'))
                .isEqualTo(expected);
    }

    @Test
    void backslashEscapesWhenStringsDoNotConform() {
        assertThat(shown(Tokens.of("'a\\'b' n'\\'' u&'\\' 'c'\n'\\'d'", false)))
                .isEqualTo("S a'b / S ' / S u&'\\' / S c'd");
        assertThat(shown(Tokens.of("'a\\'b ''c'", true))).isEqualTo("S a\\ / W b / S / W c / U '");
    }

    @Test
    void offsetsCountCharsOfTheStatement() {
        String statement = "select 'ä😀' , \ud800 \"ö\" from t";

        List<Token> tokens = Tokens.of(statement, true);

        assertThat(tokens)
                .extracting(token -> statement.substring(token.start(), token.end()))
                .containsExactly("select", "'ä😀'", ",", "\ud800", "\"ö\"", "from", "t");
        assertThat(Tokens.of("u&'a' uescape '!' b", true))
                .containsExactly(new Token(Kind.STRING, 0, 17, "a"), new Token(Kind.WORD, 18, 19, "b"));
    }

    /** Literals of which the server says the value, or that it refuses them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valuesAreWhatTheServerReads(boolean standardStrings) throws SQLException {
        database.execute("set standard_conforming_strings = " + (standardStrings ? "on" : "off"));
        List<String> literals = List.of(
                "'it''s'",
                "'a\\b'",
                "'a\nb'",
                "'a\\'",
                "'ä😀'",
                "'a'\n  -- it's\n 'b'",
                "'a' -- x\n\n'b''c'",
                "E'a\\'b''c'",
                "e'\\b\\f\\n\\r\\t\\v\\q\\\\'",
                "E'\\101\\x41\\x4z\\xg\\7'",
                "E'\\303\\244\\xC3\\xA4'",
                "E'\\u0041\\U0001F600\\ud83d\\uDE00\\U0000D83D\\uDE00'",
                "E'\\u004'",
                "E'\\ud83d'",
                "E'\\ude00'",
                "E'\\ud83dx'",
                "E'\\uzzzz'",
                "E'\\U00110000'",
                "E'\\xff'",
                "E'a\\\nb'",
                "E'a'\n'\\'b'",
                "n'a\\\\b'",
                "U&'d\\0061t\\+000061\\\\'",
                "U&'\\D83D\\DE00'",
                "U&'\\D83D'",
                "U&'\\00g1'",
                "U&'\\006'",
                "U&'\\+110000'",
                "U&'d!0061' uescape '!'",
                "U&'d!0061' -- x\n UESCAPE /* y */ E'!'",
                "U&'d!0061' uescape $a$!$a$",
                "U&'!!' uescape '!'",
                "U&'a' uescape '+'",
                "U&'a' uescape '0'",
                "U&'a' uescape ''",
                "U&'\\0061' \n '\\0062'",
                "$$a'\\b$$",
                "$tag$a$$b$tag$");
        for (String literal : literals) {
            Token first = Tokens.of(literal, standardStrings).get(0);
            String value = first.end() == literal.length() ? first.name() : literal;

            assertThat(value).as(literal).isEqualTo(valueByServer(literal));
        }
    }

    private String valueByServer(String literal) throws SQLException {
        try (Statement statement = database.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery("select " + literal)) {
                rows.next();
                return rows.getString(1);
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as(literal).isIn("22021", "22025", "42601", "0A000");
                return literal;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABC",
                "ÄBC",
                "\"A\"\"b\"",
                "U&\"d\\0061t\\+000061\"",
                "U&\"d!0061\" uescape '!'",
                "a$1",
                "_a",
                "\"a;\"",
                "u&\"\\D83D\\DE00\""
            })
    void namesAreWhatTheServerReads(String name) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery("select 1 as " + name)) {
            assertThat(Tokens.of(name, true))
                    .extracting(Token::name)
                    .containsExactly(rows.getMetaData().getColumnLabel(1));
        }
    }

    private static String shown(List<Token> tokens) {
        return tokens.stream().map(TokensTest::shown).collect(joining(" / "));
    }

    private static String shown(Token token) {
        String letter = token.kind() == Kind.SYMBOL ? "Y" : token.kind().name().substring(0, 1);
        return (letter + " " + token.name()).strip();
    }
}
