package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
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
    void statementEndsAtItsOwnSemicolon(String statement) {
        assertThat(SqlText.end(statement + " select 2;", 0)).isEqualTo(statement.length());
        assertThat(SqlText.end("x;" + statement, 2)).isEqualTo(2 + statement.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "select 1",
                "select ';",
                "select e'\\';",
                "select e'\\",
                "select \";",
                "select $$;",
                "select $a$;$b$;",
                "select $a$;$A$;",
                "select 1 -- ;",
                "select 1 /* ;",
                "select 1 /* /* */ ;",
                "select (1;",
                "create function f() returns int begin atomic select 1;",
                "create function f() returns int begin atomic select case when a then 1 end;"
            })
    void statementThatStopsEarlyIsOpen(String text) {
        assertThat(SqlText.end(text, 0)).isEqualTo(SqlText.OPEN);
    }

    @Test
    void wordsLeaveOutStringsAndComments() {
        assertThat(SqlText.words("Set /* x */ \"Transaction_Read_Only\" -- y\n to 'off', e'\\'z', $$w$$, 12, $1"))
                .containsExactly("SET", "TRANSACTION_READ_ONLY", "TO");
        assertThat(SqlText.words("select a$b, ä, _c, \"d\"\"e\", u&\"f\""))
                .containsExactly("SELECT", "A$B", "Ä", "_C", "D\"\"E", "U", "F");
        assertThat(SqlText.words("-- nothing")).isEmpty();
        assertThat(SqlText.words("select \"open")).containsExactly("SELECT");
    }

    @Test
    void blanksAndCommentsStandBeforeAStatement() {
        assertThat(SqlText.start("  -- a\n /* b /* c */ */select 1", 0)).isEqualTo(23);
        assertThat(SqlText.start("/* a", 0)).isEqualTo(4);
        assertThat(SqlText.word("sel3ct$_(1", 0)).isEqualTo("SEL3CT$_");
        assertThat(SqlText.word("(select", 0)).isEmpty();
    }

    @Test
    void onlyACommentThatIsNotClosedIsOpen() {
        assertThat(SqlText.isOpenComment("-- a\n/* b", 0)).isTrue();
        assertThat(SqlText.isOpenComment("/* a /* b */", 0)).isTrue();
        assertThat(SqlText.isOpenComment("/* a */ -- b", 0)).isFalse();
        assertThat(SqlText.isOpenComment("/* a */ select /*", 0)).isFalse();
        assertThat(SqlText.isOpenComment("", 0)).isFalse();
    }
}
