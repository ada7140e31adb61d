package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of SQL, and what is kept of it when one of its statements fails. */
class SqlFileTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
        DATABASE.execute("drop table if exists t; create table t (id int primary key deferrable initially deferred)");
    }

    private String file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private String file(byte[] text) throws IOException {
        return Files.write(home.resolve("x.sql"), text).toString();
    }

    private String run(String text, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--write", "sql", "--file", file(text)));
        arguments.addAll(List.of(more));
        return named(dbsh.run(arguments.toArray(String[]::new)));
    }

    private String named(String answer) {
        return answer.replace(home + "/", "");
    }

    private String rows() {
        return DATABASE.one("select count(*) from t");
    }

    /**
     * What psql's own tests try of ON_ERROR_STOP and --single-transaction; dbsh always stops at the first failure.
     * {@code I} inserts a row, {@code E} fails, {@code D} inserts one twice, which only a commit notices.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    text       | I         | 0 | no  | 1
                    text       | E         | 1 | no  | 0
                    text       | I;E       | 2 | yes | 1
                    text       | E;I       | 1 | no  | 0
                    text       | begin;I;E | 1 | no  | 0
                    texts      | I;E       | 2 | yes | 1
                    texts      | E;I       | 1 | no  | 0
                    stdin      | I;E       | 2 | yes | 1
                    stdin      | E;I       | 1 | no  | 0
                    file       | I;I       | 0 | no  | 2
                    file       | E         | 1 | no  | 0
                    file       | I;E;I     | 2 | yes | 1
                    file       | E;I       | 1 | no  | 0
                    file       | begin;I;commit;E | 2 | yes | 1
                    file       | begin;I;E;commit | 1 | no  | 0
                    file       | begin;I   | 1 | no  | 0
                    file       | D         | 1 | no  | 0
                    file       | \\d;I     | 65 | no | 0
                    together   | I;I       | 0 | no  | 2
                    together   | E         | 1 | no  | 0
                    together   | I;E;I     | 1 | no  | 0
                    together   | E;I       | 1 | no  | 0
                    together   | I;D       | 1 | no  | 0
                    together   | I;commit;E | 65 | no | 0
                    together   | I;\\d     | 65 | no | 0
                    file, file | I;E       | 2 | yes | 1
                    together, file | I;E   | 2 | yes | 1
                    """)
    void whatIsKept(String way, String statements, int exit, String changed, int rows) throws IOException {
        String[] parts = statements.split(";");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = switch (parts[i]) {
                case "I" -> "insert into t values (" + i + ")";
                case "E" -> "select 1/0";
                case "D" -> "insert into t values (7), (7)";
                default -> parts[i];
            };
        }
        String text = String.join(";\n", parts) + ";\n";
        String answer = dbsh.fed(way.equals("stdin") ? text : "", arguments(way, text, parts));

        assertThat(rows()).isEqualTo(Integer.toString(rows));
        assertThat(answer)
                .endsWith(
                        exit == 0
                                ? "1 row inserted\n[exit 0]\n"
                                : "! dbsh: exit=" + exit + " changed=" + changed + "\n[exit " + exit + "]\n");
    }

    private String[] arguments(String way, String text, String... parts) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--write"));
        switch (way) {
            case "text" -> arguments.addAll(List.of("-c", text));
            case "texts" -> List.of(parts).forEach(part -> arguments.addAll(List.of("-c", part)));
            case "stdin" -> {}
            case "file" -> arguments.addAll(List.of("sql", "--file", file(text)));
            case "together" -> arguments.addAll(List.of("sql", "--file", file(text), "--single-transaction"));
            default -> {
                // Two files, one after the other: the first one is kept whatever becomes of the second one.
                Path first = Files.writeString(home.resolve("first.sql"), parts[0] + ";");
                Path second = Files.writeString(home.resolve("second.sql"), parts[1] + ";");
                String option = way.startsWith("together") ? " --single-transaction" : "";
                arguments.addAll(List.of("-c", "sql --file " + first + option, "-c", "sql --file " + second));
            }
        }
        return arguments.toArray(String[]::new);
    }

    @Test
    void statementsAreReportedOneByOne() throws IOException {
        assertThat(run("select 1 as a; -- b\n\ninsert into t values (1)", "--format", "json"))
                .isEqualTo("""
                        {"command":"sql","columns":["a"],"rows":[{"a":1}],"outcome":"ok","verdict":"1 row","hints":[],"elapsed_ms":<ms>}
                        {"command":"sql","columns":[],"rows":[],"outcome":"ok","verdict":"1 row inserted","hints":[],"elapsed_ms":<ms>}
                        [exit 0]
                        """);
        assertThat(run("select 1 as a; select 'b' as b;\n")).isEqualTo("""
                a
                1

                1 row
                b
                b

                1 row
                [exit 0]
                """);
        assertThat(run("-- nothing\n;;\n")).isEqualTo("[exit 0]\n");
    }

    @Test
    void countThatTakesSeveralChangesTogetherIsToldAsSuch() throws IOException {
        DATABASE.execute(
                "drop table if exists u; create table u (id int primary key, n int); insert into u values (1, 1)");

        assertThat(run("insert into u values (1, 2), (2, 2) on conflict (id) do update set n = 2;\n"
                        + "insert into u values (2, 2), (3, 3) on conflict do nothing;\n"
                        + "update u set n = 4 from u as v where u.id = v.id and v.id > 1;\n"))
                .isEqualTo("2 rows inserted or updated\n1 row inserted\n2 rows updated\n[exit 0]\n");
        Assumptions.assumeThat(DATABASE.server().major()).isGreaterThan(14);
        assertThat(run("merge into u using (values (1), (9)) as v (id) on u.id = v.id when matched then delete"
                        + " when not matched then insert values (9, 9);"))
                .isEqualTo("2 rows inserted, updated or deleted\n[exit 0]\n");
    }

    @Test
    void failureNamesFileLineAndStatement() throws IOException {
        String text = "select 1 as a;\n\n/* c */ select 2,\n  nix\nfrom t; select 3;";
        assertThat(run(text)).isEqualTo("""
                a
                1

                1 row
                ! error 42703: column "nix" does not exist
                !   line 4:   nix
                !             ^
                !   in:     x.sql:4 (statement 2 of 3)
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
        assertThat(run(text, "--single-transaction"))
                .contains("!   in:     x.sql:4 (statement 2 of 3); its transaction is rolled back\n");
        assertThat(run("do $$\nbegin perform 1/0; end $$;")).contains("""
                !   in:     x.sql:1 (statement 1 of 1)
                !           SQL statement "SELECT 1/0"
                """);
        assertThat(run("insert into t values (7), (7);", "--single-transaction"))
                .contains("""
                !   in:     x.sql (the commit of its 1 statement)
                """);
        assertThat(run("select 1;\ncopy t from stdin;\nx\n\\.\n")).contains("""
                !   in:     x.sql:2 (statement 2 of 2)
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into u values (1, 'b')",
                "insert into u values (2, null)",
                "insert into u values (3, '')",
                "insert into u values (4, 'a', 5)",
                "do $$ begin execute 'select nix from u'; end $$",
                "select nix()"
            })
    void failureHasTheSameWordsInAFileAsTyped(String statement) throws IOException {
        DATABASE.execute("""
                drop table if exists u;
                create table u (id int constraint one_id primary key,
                    note text not null constraint some_note check (note <> ''), parent int references u);
                insert into u values (1, 'a');
                """);
        String typed = dbsh.run("--write", "-c", statement);
        String told = run(statement + ";");

        String place = "x.sql:1 (statement 1 of 1)\n";
        assertThat(told).containsOnlyOnce(place);
        assertThat(told.replace(place + "!           ", "").replace("!   in:     " + place, ""))
                .isEqualTo(typed);
    }

    @Test
    void failureInAFileNamesWhatItIsAbout() throws IOException {
        DATABASE.execute("drop table if exists u; create table u (id int constraint one_id primary key);"
                + " insert into u values (1)");

        assertThat(run("insert into u values (1);")).contains("""
                !   detail: Key (id)=(1) already exists.
                !   on:     table public.u, constraint one_id
                !   in:     x.sql:1 (statement 1 of 1)
                """);
        assertThat(run("do $$ begin execute 'select nix from u'; end $$;")).contains("""
                !   query line 1: select nix from u
                !                        ^
                !   in:     x.sql:1 (statement 1 of 1)
                !           PL/pgSQL function""");
    }

    @Test
    void dataOfACopyStandsBehindIt() throws IOException {
        assertThat(run("copy t from stdin;\n11\n12\n\\.\nselect 1 as a;\n"))
                .isEqualTo("2 rows copied\na\n1\n\n1 row\n[exit 0]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `I;\nselect 'a`            | line 2, column 8: the quote ' is not closed
                    `I;\nselect $$a`           | line 2, column 8: the dollar quote is not closed
                    `I;\n/* a`                 | line 2, column 1: the comment /* is not closed
                    `I;\nselect (1;`           | line 2, column 8: the parenthesis is not closed
                    `I;\ncopy t from stdin;\n1` | line 2, column 1: the data of this COPY is not ended
                    `I;\nselect 'a\\0b';`       | line 2, column 10: a NUL
                    `I;\n  \\i y.sql`          | line 2, column 3: \\i is a command of psql
                    `I;\nselect 1 \\gset`      | line 2, column 10: \\gset is a command of psql
                    """)
    void brokenFileIsRefusedWhole(String text, String why) throws IOException {
        String broken = text.replace("I;", "insert into t values (1);").replace("\\0", "\0");

        assertThat(run(broken))
                .startsWith("! error: x.sql, " + why + "; nothing was run\n")
                .endsWith("! dbsh: exit=65 changed=no\n[exit 65]\n");
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] text = "insert into t values (1);\nselect '\u00e9';".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(named(dbsh.run("--write", "sql", "--file", file(text)))).isEqualTo("""
                ! error: x.sql, line 2, column 9: a byte that is not UTF-8: 0xE9; nothing was run
                !   hint:   iconv -t UTF-8
                ! dbsh: exit=65 changed=no
                [exit 65]
                """);
        assertThat(rows()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    begin                                     | BEGIN inside --single-transaction
                    START TRANSACTION read only               | START TRANSACTION inside --single-transaction
                    end                                       | COMMIT inside --single-transaction
                    rollback work                             | ROLLBACK inside --single-transaction
                    prepare transaction 'a'                   | PREPARE TRANSACTION inside --single-transaction
                    vacuum t                                  | VACUUM cannot run inside a transaction block: 25001
                    create database d                         | CREATE DATABASE cannot run inside a transaction block: 25001
                    create unique index concurrently on t (i) | CREATE INDEX CONCURRENTLY cannot run inside a transaction block: 25001
                    drop index concurrently i                 | DROP INDEX CONCURRENTLY cannot run inside a transaction block: 25001
                    reindex table concurrently t              | REINDEX CONCURRENTLY cannot run inside a transaction block: 25001
                    alter system set jit = off                | ALTER SYSTEM cannot run inside a transaction block: 25001
                    """)
    void whatCannotBePartOfOneTransactionIsRefused(String statement, String why) throws IOException {
        assertThat(run("insert into t values (1);\n" + statement + ";", "--single-transaction"))
                .isEqualTo("! error: x.sql, line 2, column 1: " + why + """
                        ; nothing was run
                        !   hint:   leave out --single-transaction, or the statement
                        ! dbsh: exit=65 changed=no
                        [exit 65]
                        """);
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void savepointsAreNoTransactionOfTheirOwn() throws IOException {
        assertThat(run(
                        "savepoint a; insert into t values (1); rollback to a; release a; prepare p as select 1;",
                        "--single-transaction"))
                .endsWith("[exit 0]\n");
        assertThat(rows()).isEqualTo("0");
    }

    @Test
    void missingFileIsToldWithoutAServer() throws IOException {
        Job nowhere = dbsh.with("PGPORT", "1");

        assertThat(nowhere.run("sql", "--file", "missing.sql")).isEqualTo("""
                ! error: missing.sql does not exist; nothing was run
                !   hint:   sql --file FILE
                ! dbsh: exit=66 changed=no
                [exit 66]
                """);
        assertThat(nowhere.run("-c", "sql --file missing.sql")).contains("\n! dbsh: exit=66 changed=no\n");
        assertThat(named(nowhere.run("sql", "--file", home.toString())))
                .startsWith("! error: " + home + " is a directory; nothing was run\n");
        assertThat(nowhere.run("sql", "--file", file("select 1"))).contains("\n! dbsh: exit=7 changed=no\n");
    }

    @Test
    void standardInputIsReadToItsEndBeforeAnythingIsRun() {
        assertThat(dbsh.fed("insert into t values (1);\nselect '", "--write", "sql", "--file", "-"))
                .startsWith("! error: standard input, line 2, column 8: the quote ' is not closed; nothing was run\n");
        assertThat(dbsh.fed("insert into t values (1); select 1", "--write", "sql", "--file", "-"))
                .startsWith(
                        "! error: standard input, line 1, column 27: the statement is not ended; nothing was run\n");
        assertThat(rows()).isEqualTo("0");
        assertThat(dbsh.fed("insert into t values (1);\n", "--write", "-c", "sql --file -"))
                .isEqualTo("1 row inserted\n[exit 0]\n");
        assertThat(dbsh.fed("select 1/0;", "sql", "--file", "-"))
                .contains("!   in:     standard input:1 (statement 1 of 1)\n");
        assertThat(dbsh.fed("sql --file -\nselect 1;\n"))
                .startsWith("! error: - is standard input, which what is typed comes from; nothing was run\n");
    }

    @Test
    void readOnlyHoldsForFilesToo() throws IOException {
        assertThat(named(dbsh.run("sql", "--file", file("select 1 as a;\nlock t;"))))
                .isEqualTo("""
                a
                1

                1 row
                ! error: this session is read-only, and LOCK TABLE keeps others out of a table
                !   hint:   write on at the prompt, --write in a call
                !   in:     x.sql:2 (statement 2 of 2)
                ! dbsh: exit=77 changed=no
                [exit 77]
                """);
        assertThat(named(dbsh.run("sql", "--file", file("insert into t values (1);"), "--single-transaction")))
                .startsWith("! error 25006: cannot execute INSERT in a read-only transaction\n")
                .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
    }

    @Test
    void filesOfPgDumpAreRun() throws IOException {
        assertThat(run("""
                        \\restrict a1b2
                        SET standard_conforming_strings = off;
                        select 'a\\'; --' as a;
                        SET standard_conforming_strings = on;
                        select 'b\\' as b; -- c'
                        insert into t values (1);
                        \\unrestrict a1b2
                        """))
                .contains("\na'; --\n", "\nb\\\n", "\n1 row inserted\n")
                .endsWith("\n[exit 0]\n");
    }

    @Test
    void oneTransactionNeedsThatNoneIsOpen() throws IOException {
        assertThat(named(dbsh.run("-c", "begin", "-c", "sql --file " + file("select 1;") + " --single-transaction")))
                .isEqualTo("""
                        done: begin
                        ! error: --single-transaction inside of a transaction that is open; nothing was run
                        !   hint:   commit; or rollback; first
                        ! dbsh: exit=1 changed=no
                        [exit 1]
                        """);
    }

    @Test
    void optionsStandBehindTheFile() throws IOException {
        assertThat(dbsh.run("-c", "sql --single-transaction --file x.sql")).contains("\n! dbsh: exit=64 changed=no\n");
        assertThat(dbsh.run("sql", "--single-transaction", "--file", "x.sql")).contains("\n! dbsh: exit=64");
        assertThat(dbsh.run("sql", "--file=x.sql")).contains("\n! dbsh: exit=64 changed=no\n");
        assertThat(dbsh.run("sql", "--file")).isEqualTo("""
                ! error: sql --file needs FILE
                !   hint:   usage: sql --file FILE [--single-transaction]
                ! dbsh: exit=64 changed=no
                [exit 64]
                """);
    }
}
