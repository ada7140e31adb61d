package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A database of SQL_ASCII, which holds any bytes: also such as are no UTF-8. */
class AnyTextTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private String ascii;
    private Job dbsh;

    @BeforeEach
    void create() {
        ascii = database.login().database() + "_ascii";
        database.execute(
                "create database " + ascii + " template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'");
        dbsh = Job.of(database.login(), home).with("PGDATABASE", ascii);
        dbsh.run(
                "--write",
                "-c",
                "create table words (word text); insert into words values (E'caf\\xe9'), (E'\\xff\\xfe'), ('日')",
                "-c",
                "do $$ begin execute E'create table \"n\\xe9\" (\"c\\xe9\" integer)'; end $$");
    }

    @AfterEach
    void drop() {
        database.execute("drop database " + ascii);
    }

    @Test
    void bytesAreShownAndWrittenAsTheyAre() throws IOException {
        assertThat(dbsh.run("-c", "select word from words")).isEqualTo("""
                        word
                        caf\\xe9
                        \\xff\\xfe
                        日

                        3 rows
                        [exit 0]
                        """);
        assertThat(dbsh.run("--format", "json", "-c", "select word from words"))
                .contains("\"rows\":[{\"word\":\"caf\\udce9\"},{\"word\":\"\\udcff\\udcfe\"},{\"word\":\"日\"}]");

        Path file = home.resolve("words.csv");
        dbsh.run("--format", "csv", "-o", file.toString(), "-c", "select word from words limit 2");
        assertThat(Files.readAllBytes(file))
                .containsExactly(
                        'w', 'o', 'r', 'd', '\r', '\n', 'c', 'a', 'f', 0xe9, '\r', '\n', 0xff, 0xfe, '\r', '\n');
    }

    @Test
    void namesNoticesAndErrorsAreShownToo() {
        assertThat(dbsh.run(
                        "--write",
                        "-c",
                        "do $$ begin execute 'table ' || quote_ident((select relname from pg_class where relname > 'n' and"
                                + " relkind = 'r' order by relname limit 1)); raise notice E'x\\xe9'; end $$",
                        "-c",
                        "do $$ begin raise exception E'y\\xe9'; end $$",
                        "-c",
                        "select 1"))
                .isEqualTo("""
                        done: do
                        ! NOTICE: x\\xe9
                        ! error P0001: y\\xe9
                        !   in:     PL/pgSQL function inline_code_block line 1 at RAISE
                        ! dbsh: exit=2 changed=yes
                        [exit 2]
                        """);
    }
}
