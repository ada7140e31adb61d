package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** COPY between the server and this machine: files, standard input, standard output, lines behind a statement. */
class CopyTest {
    private static final String DONE = "[exit 0]\n";
    private static final String FAILED = "! dbsh: exit=1 changed=no\n[exit 1]\n";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;
    private Path file;

    @BeforeEach
    void prepare() {
        database.execute("create table notes (id integer primary key, note text)");
        database.execute("insert into notes values (1, 'a'), (2, null), (3, E'tab\\tand \"quote\"')");
        dbsh = Job.of(database.login(), home);
        file = home.resolve("notes file");
    }

    @Test
    void tableGoesToAFileAndComesBack() {
        assertThat(dbsh.run("copy", "notes", "to", file.toString()))
                .isEqualTo("3 rows copied to FILE\n".replace("FILE", file.toString()) + DONE);
        assertThat(file).hasContent("1\ta\n2\t\\N\n3\ttab\\tand \"quote\"\n");

        database.execute("delete from notes");
        assertThat(dbsh.run("--write", "-c", "copy notes from \"" + file + "\";"))
                .isEqualTo("3 rows copied from FILE\n".replace("FILE", file.toString()) + DONE);
        assertThat(database.list("select note from notes order by id"))
                .containsExactly("a", null, "tab\tand \"quote\"");
    }

    @Test
    void queryAndOptionsGoToTheServerAsTyped() {
        assertThat(dbsh.run("-c", "copy (select id, note from notes order by id desc) to - with (format csv, header)"))
                .isEqualTo("id,note\n3,\"tab\tand \"\"quote\"\"\"\n2,\n1,a\n" + DONE);
        assertThat(dbsh.run("-c", "COPY notes (note) TO STDOUT WITH (FORMAT csv, NULL '-'); select 1 as one"))
                .isEqualTo("a\n-\n\"tab\tand \"\"quote\"\"\"\none\n  1\n\n1 row\n" + DONE);
    }

    @Test
    void bytesAreNotTouched() throws IOException {
        database.execute("create table latin (t text); insert into latin values ('é')");

        dbsh.run("-o", file.toString(), "-c", "copy latin to stdout with (encoding 'LATIN1')");
        assertThat(Files.readAllBytes(file)).containsExactly(0xe9, '\n');
        dbsh.run("-c", "copy latin to \"" + file + "\" (format binary)");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("PGCOPY\n\u00ff\r\n\0");
    }

    @Test
    void fileAppearsWholeOrNotAtAll() throws IOException {
        Files.writeString(file, "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(home.resolve("link"), file);

        assertThat(dbsh.run("copy", "(select 1 / (3 - id) from notes)", "to", file.toString()))
                .isEqualTo("""
                        ! error 22012: division by zero
                        !   hint:   nothing was written to FILE
                        """.replace("FILE", file.toString()) + FAILED);
        assertThat(file).hasContent("before");

        dbsh.run("copy", "(select 1)", "to", link.toString());
        assertThat(file).hasContent("1\n");
        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).containsExactlyInAnyOrder(file, link);
        }
    }

    @Test
    void deviceIsWrittenAsItIs() {
        assertThat(dbsh.run("copy", "notes", "to", "/dev/null")).isEqualTo("3 rows copied to /dev/null\n" + DONE);
        assertThat(dbsh.run("copy", "(select 1 / (3 - id) from notes)", "to", "/dev/null"))
                .contains("!   hint:   /dev/null has a part of it\n");
        assertThat(dbsh.run("copy", "(select repeat('x', 1000000))", "to", "/dev/full"))
                .isEqualTo("""
                        ! error: cannot write /dev/full: No space left on device
                        !   hint:   nothing was copied
                        """ + FAILED);
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThat(dbsh.run("--write", "copy", "notes", "from", home + "/none"))
                .isEqualTo("""
                        ! error: there is no file HOME/none
                        !   hint:   nothing was copied
                        ! dbsh: exit=66 changed=no
                        [exit 66]
                        """.replace("HOME", home.toString()));
        for (String direction : new String[] {"to", "from"}) {
            assertThat(dbsh.run("--write", "copy", "notes", direction, home.toString()))
                    .contains(": it is a directory\n")
                    .endsWith(FAILED);
        }
        assertThat(dbsh.run("copy", "notes", "to", home + "/no/file")).contains(": there is no such directory\n");
    }

    @Test
    void errorInTheMiddleKeepsNothing() throws IOException {
        Files.writeString(file, "4\td\nfive\te\n");

        assertThat(dbsh.run("--write", "copy", "notes", "from", file.toString()))
                .isEqualTo("""
                        ! error 22P02: invalid input syntax for type integer: "five"
                        !   hint:   nothing was copied
                        !   in:     COPY notes, line 2, column id: "five"
                        """ + FAILED);
        assertThat(database.one("select count(*) from notes")).isEqualTo("3");
    }

    @Test
    void readOnlySessionTakesNothingIn() throws IOException {
        Files.writeString(file, "4\td\n");

        assertThat(dbsh.run("copy", "notes", "from", file.toString()))
                .contains("write on at the prompt, --write in a call")
                .endsWith("! dbsh: exit=77 changed=no\n[exit 77]\n");
        assertThat(dbsh.run("copy", "(delete from notes returning id)", "to", "-"))
                .contains("! error 25006: ");
        assertThat(database.one("select count(*) from notes")).isEqualTo("3");
    }

    @Test
    void changeByACopyCounts() {
        assertThat(dbsh.fed("4\td\n", "--write", "-c", "copy notes from stdin", "-c", "select 1/0"))
                .isEqualTo("1 row copied\n! error 22012: division by zero\n! dbsh: exit=2 changed=yes\n[exit 2]\n");
        assertThat(dbsh.fed("5\te\n", "--write", "-c", "begin; copy notes from -", "-c", "rollback; select 1/0"))
                .isEqualTo("done: begin\n1 row copied\ndone: rollback\n! error 22012: division by zero\n" + FAILED);
        assertThat(database.list("select id from notes order by 1")).containsExactly("1", "2", "3", "4");
    }

    @Test
    void linesBehindTheStatementAreItsData() {
        String data = "4\t.x\n5\tend\n\\.\n";

        assertThat(dbsh.fed("copy notes from stdin; -- a dump\n" + data + "select count(*) from notes;\n", "--write"))
                .isEqualTo("2 rows copied\ncount\n    5\n\n1 row\n" + DONE);
        assertThat(dbsh.run(
                        "--write", "-c", "COPY notes (id) FROM stdin (format csv);\n6\r\n7\r\n\\.\r\nselect 1 as one"))
                .isEqualTo("2 rows copied\none\n  1\n\n1 row\n" + DONE);
        assertThat(database.list("select note from notes where id > 3 order by id"))
                .containsExactly(".x", "end", null, null);
    }

    @Test
    void dataThatIsNotEndedIsNotCopied() {
        assertThat(dbsh.fed("\ncopy notes from stdin;\n4\td\n", "--write")).isEqualTo(notEnded("standard input"));
        assertThat(dbsh.run("--write", "-c", "\ncopy notes from stdin;\n4\td\n"))
                .isEqualTo(notEnded("-c"));
        assertThat(database.one("select count(*) from notes")).isEqualTo("3");
    }

    private static String notEnded(String where) {
        return """
                ! error: WHERE, line 2, column 1: the data of this COPY is not ended; nothing was copied
                !   hint:   end it with \\. on a line of its own
                ! dbsh: exit=65 changed=no
                [exit 65]
                """.replace("WHERE", where);
    }

    @Test
    void standardInputThatHoldsTheCommandsIsNoData() {
        assertThat(dbsh.fed("copy notes from -\n4\td\n", "--write")).startsWith("! error: there is no data to copy\n");
    }

    @Test
    void lineEndsInsideAValueAreItsOwn() {
        String rows = "4,\"line\r\nfeed\"\r\n5,é\r\n\\.\r\n";

        assertThat(dbsh.fed("copy notes from stdin (format csv);\n" + rows, "--write"))
                .isEqualTo("2 rows copied\n" + DONE);
        assertThat(database.list("select note from notes where id > 3 order by id"))
                .containsExactly("line\r\nfeed", "é");
    }

    @Test
    void longLineIsTheCommandToo() {
        String columns = "id, note, " + "repeat(note, 2), ".repeat(20) + "id";

        assertThat(dbsh.run("-c", "copy (select " + columns + " from notes where id = 1) to \"" + file + "\""))
                .isEqualTo("1 row copied to " + file + "\n" + DONE);
    }

    @Test
    void jsonHasNoPlaceForIt() {
        assertThat(dbsh.run("--format", "json", "copy", "notes", "to", "-"))
                .contains("\"message\":\"what COPY gives is not JSON\"")
                .endsWith("[exit 64]\n");
        assertThat(dbsh.run("--format", "json", "copy", "notes", "to", file.toString()))
                .isEqualTo("{\"command\":\"copy\",\"columns\":[],\"rows\":[],\"outcome\":\"ok\","
                        + "\"verdict\":\"3 rows copied to FILE\",\"hints\":[],\"elapsed_ms\":<ms>}\n"
                                .replace("FILE", file.toString())
                        + DONE);
    }
}
