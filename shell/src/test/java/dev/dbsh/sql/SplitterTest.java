package dev.dbsh.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.sql.FirstWords.Meaning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
    private static final FirstWords COMMANDS = line -> {
        if (line.startsWith("#")) {
            return Meaning.REMARK;
        }
        if (line.matches("sql\\b.*")) {
            return Meaning.WORD;
        }
        return line.matches("(?i)(select|copy)\\b.*") ? Meaning.STATEMENT : Meaning.LINE;
    };

    @Test
    void positionsCountBytesCodePointsLinesAndColumns() throws IOException {
        Splitter splitter = Splitter.of("\ufeff-- ä😀\n  select 'ä😀'\r\n ; select 2;", FirstWords.OF_SQL);

        Piece first = splitter.next();
        assertThat(first.start()).isEqualTo(new Position(15, 9, 2, 3));
        assertThat(first.end()).isEqualTo(new Position(34, 24, 3, 3));
        assertThat(first.leading()).isEqualTo("-- ä😀\n  ");
        assertThat(first.text()).isEqualTo("select 'ä😀'\r\n ");
        Piece second = splitter.next();
        assertThat(second.start()).isEqualTo(new Position(35, 25, 3, 4));
        assertThat(second.end()).isEqualTo(new Position(44, 34, 3, 13));
        assertThat(splitter.next()).isNull();
        assertThat(splitter.next()).isNull();
    }

    /** Each is one statement, so its last character is the one that ends it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                "select 1;",
                "select ';';",
                "select 'it''s; one';",
                "select 'back\\';",
                "select e'back\\'; on';",
                "select E'a\\\\';",
                "select E'a'';b\\';c';",
                "select U&'\\0027;' uescape '!';",
                "select u&\";\";",
                "select b'01;', x'ff;', n'a;';",
                "select name'a\\';",
                "select \"a;\"\";b\";",
                "select $$a;b$$;",
                "select $a$ ; $$ ; $b$ ; $a$;",
                "select $_1$;$_1$;",
                "select $ä$;$ä$;",
                "select a$b$c;",
                "select $1;",
                "select $1$;",
                "select 1 -- no; end\n;",
                "select 1 /* ; */;",
                "select 1 /* a /* b; */ c; */;",
                "select 1 /* -- */;",
                "select 1 -- /*\n;",
                "select '/*;' || '*/';",
                "select (';') + (1;2);",
                "create rule r as on insert to t do also (delete from a; delete from b;);",
                "create function f() returns int begin atomic select 1; select 2; end;",
                "create or replace function f() returns int begin atomic select case when a then 1 end; end;",
                "create procedure p() language sql begin atomic insert into t values (1); end;",
                "/* a */ create /* b */ or replace procedure p() begin atomic select 1; end;",
                "create function f() returns int language sql as 'select 1; select 2';",
                "create function f() returns int language sql return 1;",
                "create table begin_log (\"begin\" int);",
                "create view v as select case when a then b end;",
                "begin;",
                "end;",
                "select a.begin, b.end;",
                "select 1);"
            })
    void statementEndsAtItsOwnSemicolon(String statement) throws IOException {
        Splitter splitter = Splitter.of("x;" + statement + " select 2;", FirstWords.OF_SQL);

        assertThat(splitter.next().text()).isEqualTo("x");
        Piece piece = splitter.next();
        assertThat(piece.leading() + piece.text() + ";").isEqualTo(statement);
        assertThat(splitter.next().text()).isEqualTo("select 2");
    }

    @Test
    void statementIsThereBeforeItsLineIsOver() throws IOException {
        byte[] text = "select 1.5; select a$b; select 'x';".getBytes(StandardCharsets.UTF_8);
        Trickle in = new Trickle(text, 1);
        Splitter splitter = new Splitter(in, FirstWords.OF_SQL);

        assertThat(splitter.next().text()).isEqualTo("select 1.5");
        assertThat(in.handed()).isEqualTo(11);
        assertThat(splitter.next().text()).isEqualTo("select a$b");
        assertThat(in.handed()).isEqualTo(23);
        assertThat(splitter.next().text()).isEqualTo("select 'x'");
    }

    @Test
    void linesRemarksAndWordsOfTheCallerStandBetweenStatements() throws IOException {
        Splitter splitter = Splitter.of("""
                status 'it
                  # select 1;
                -- a comment
                select 2; sequences check; x
                select
                status;
                sql select 3; /* b */ tables
                sql
                # sql 4;
                sql sql;
                copy t from stdin;
                status
                \\.
                last\r
                """, COMMANDS);

        assertThat(Shown.of(splitter)).isEqualTo("""
                1:1 LINE up to LINE
                | status 'it
                ~ # select 1;
                ~ -- a comment
                4:1 SQL up to SEMICOLON
                | select 2
                4:11 LINE up to LINE
                | sequences check; x
                5:1 SQL up to SEMICOLON
                | select
                | status
                ~ sql
                7:5 SQL up to SEMICOLON
                | select 3
                ~ /* b */
                7:23 LINE up to LINE
                | tables
                ~ sql
                9:1 SQL up to SEMICOLON
                | # sql 4
                ~ sql
                10:5 SQL up to SEMICOLON
                | sql
                11:1 SQL up to SEMICOLON
                | copy t from stdin
                < status
                < end of data
                14:1 LINE up to LINE
                | last␍
                """);
    }

    @Test
    void callerSeesNoMoreThanTheBeginningOfALongLine() throws IOException {
        Splitter splitter = Splitter.of("select '" + "x".repeat(1_000) + "';", line -> {
            assertThat(line).hasSize(128).startsWith("select 'xxx");
            return Meaning.STATEMENT;
        });

        assertThat(splitter.next().text()).hasSize(1_009);
    }

    @Test
    void settingOfTheServerCountsFromTheNextPieceOn() throws IOException {
        Splitter splitter = Splitter.of("select 'a\\'; select 'b\\';'; select 'c\\';", FirstWords.OF_SQL);

        assertThat(splitter.next().text()).isEqualTo("select 'a\\'");
        splitter.standardStrings(false);
        assertThat(splitter.next().text()).isEqualTo("select 'b\\';'");
        splitter.standardStrings(true);
        assertThat(splitter.next().text()).isEqualTo("select 'c\\'");
    }

    @Test
    void dataThatNobodyReadsIsPassedOver() throws IOException {
        Splitter splitter =
                Splitter.of("copy t from stdin\\; copy t from stdin;\na;\n\\.\nb;\n\\.\nselect 1;", FirstWords.OF_SQL);

        assertThat(splitter.next().copies()).isEqualTo(2);
        try (InputStream data = splitter.data()) {
            assertThat(data.read()).isEqualTo('a');
        }
        Piece next = splitter.next();
        assertThat(next.text()).isEqualTo("select 1");
        assertThat(next.start().line()).isEqualTo(6);
        assertThatThrownBy(splitter::data).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void dataIsCountedToo() throws IOException {
        Splitter splitter = new Splitter(
                new Trickle("copy t from stdin; --\nä\n\\\n\\.x\n\n\\.\r\n\n x;".getBytes(StandardCharsets.UTF_8), 3),
                FirstWords.OF_SQL);

        splitter.next();
        assertThat(new String(splitter.data().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("ä\n\\\n\\.x\n\n");
        assertThat(splitter.next().start()).isEqualTo(new Position(38, 37, 8, 2));
    }

    @Test
    void lastLineNeedsNoNewline() throws IOException {
        Splitter splitter = Splitter.of("copy t from stdin;\na\n\\.", FirstWords.OF_SQL);

        splitter.next();
        assertThat(splitter.data().readAllBytes()).hasSize(2);
        assertThat(splitter.next()).isNull();
        assertThat(splitter.open()).isEqualTo(Open.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select 1                             | STATEMENT     | 1
                    -- a                                 | NOTHING       | 1
                    select 1; /* a */                    | NOTHING       | 1
                    /* a /* b */                         | COMMENT       | 1
                    select 1, /* a                       | COMMENT       | 11
                    select 'a''                          | SINGLE_QUOTE  | 8
                    select e'a\\'                        | SINGLE_QUOTE  | 8
                    select u&'a                          | SINGLE_QUOTE  | 8
                    select "a                            | DOUBLE_QUOTE  | 8
                    select $a$ $$                        | DOLLAR_QUOTE  | 8
                    select 'a'                           | STATEMENT     | 1
                    select (1, (2)                       | PARENTHESIS   | 8
                    create function f() begin atomic end; create function f() begin atomic case end;  | BODY | 59
                    create function f() begin (select ;  | PARENTHESIS   | 21
                    select 1 \\x                         | STATEMENT     | 10
                    select (1 \\x                        | PARENTHESIS   | 11
                    select 1 \\g                         | NOTHING       | 1
                    """)
    void whatIsOpenAtTheEndIsKnown(String text, Open.What what, int column) throws IOException {
        Splitter splitter = Splitter.of(text, FirstWords.OF_SQL);
        while (splitter.next() != null) {
            // up to the end
        }

        assertThat(splitter.open().what()).isEqualTo(what);
        assertThat(splitter.open().since().column()).isEqualTo(column);
        assertThat(splitter.open().isWhole()).isEqualTo(what == Open.What.NOTHING || what == Open.What.STATEMENT);
    }

    @Test
    void dataWithoutEndIsOpen() throws IOException {
        Splitter splitter = Splitter.of("select 1;\n copy t from stdin;\na\n", FirstWords.OF_SQL);
        splitter.next();
        splitter.next();

        assertThatThrownBy(splitter::next)
                .isInstanceOfSatisfying(
                        BrokenSql.class, e -> assertThat(e.position()).isEqualTo(new Position(11, 11, 2, 2)))
                .hasMessage("line 2, column 2: the data of this COPY is not ended");
        assertThat(splitter.open()).isEqualTo(new Open(Open.What.COPY_DATA, new Position(11, 11, 2, 2)));
    }

    /** Overlong, surrogates, beyond the last character, cut off, continuation alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {"80", "c0af", "c328", "e0808080", "e28228", "eda080", "f4908080", "f8808080", "ff", "f09f98"})
    void bytesThatAreNoUtf8AreFoundInTheirPlace(String hexadecimal) {
        byte[] text = HexFormat.of().parseHex("73656c6563742027c3a4" + hexadecimal + "273b");

        for (int portion = 1; portion < text.length; portion++) {
            Splitter splitter = new Splitter(new Trickle(text, portion), FirstWords.OF_SQL);

            assertThatThrownBy(splitter::next)
                    .isInstanceOf(BrokenSql.class)
                    .hasMessage("line 1, column 10: a byte that is not UTF-8: 0x"
                            + hexadecimal.substring(0, 2).toUpperCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff})
    void everyCharacterIsUtf8(int codePoint) throws IOException {
        String name = Character.toString(codePoint);

        assertThat(Splitter.of("select " + name + ";", FirstWords.OF_SQL).next().end())
                .isEqualTo(new Position(8 + name.getBytes(StandardCharsets.UTF_8).length, 9, 1, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 65_536, 5_000_000})
    void longPiecesComeWhole(int portion) throws IOException {
        String note = "é".repeat(200_000);
        String text = "select 1; select '" + note + "'; -- " + note + "\nselect 2;\ncopy t from stdin;\n" + note
                + "\n\\.\nselect 3 /* " + note + " */;";
        Splitter splitter =
                new Splitter(new Trickle(text.getBytes(StandardCharsets.UTF_8), portion), FirstWords.OF_SQL);

        assertThat(splitter.next().text()).isEqualTo("select 1");
        assertThat(splitter.next().text()).isEqualTo("select '" + note + "'");
        assertThat(splitter.next().leading()).isEqualTo(" -- " + note + "\n");
        assertThat(splitter.next().copies()).isOne();
        assertThat(new String(splitter.data().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(note + "\n");
        Piece last = splitter.next();
        assertThat(last.text()).isEqualTo("select 3 /* " + note + " */");
        assertThat(last.start().line()).isEqualTo(6);
        assertThat(splitter.next()).isNull();
    }

    @Test
    void noMoreIsKeptThanOnePiece() throws IOException {
        String part = "select 'x'; -- y\ncopy t from stdin;\n" + "a\tb\n".repeat(100_000) + "\\.\n";
        InputStream in = new ByteArrayInputStream(part.repeat(10).getBytes(StandardCharsets.UTF_8));
        Splitter splitter = new Splitter(in, FirstWords.OF_SQL, 1 << 16);

        int pieces = 0;
        while (splitter.next() != null) {
            pieces++;
        }
        assertThat(pieces).isEqualTo(20);
    }

    @Test
    void statementLongerThanThereIsRoomForIsBroken() throws IOException {
        String text = "select 1;\nselect '" + "x".repeat(3 << 20);
        Splitter splitter = new Splitter(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), FirstWords.OF_SQL, 1 << 20);
        splitter.next();

        assertThatThrownBy(splitter::next)
                .isInstanceOf(BrokenSql.class)
                .hasMessage("line 2, column 1: what begins here is longer than the 1 MB that there is room for");
    }
}
