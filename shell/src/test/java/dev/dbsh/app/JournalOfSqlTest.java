package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.dbsh.journal.Journal;
import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the journal has of typed SQL. */
class JournalOfSqlTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
        DATABASE.execute("drop table if exists t; create table t (id int primary key)");
    }

    private Path file() {
        return home.resolve(".local/state/dbsh/journal.jsonl");
    }

    /** The lines in short: {@code begin sql: TEXT}, {@code part: TEXT}, {@code end: OUTCOME {found}}. */
    private List<String> journal() throws IOException {
        if (!Files.exists(file())) {
            return List.of();
        }
        assertThat(new Journal(file()).verify()).isEmpty();
        return Files.readAllLines(file()).stream().map(JournalOfSqlTest::words).toList();
    }

    private static String words(String line) {
        JsonObject object = JsonParser.parseString(line).getAsJsonObject();
        return switch (object.get("ev").getAsString()) {
            case "begin" -> "begin " + object.get("sql").getAsString();
            case "part" -> "part " + object.get("sql").getAsString();
            default -> "end " + object.get("outcome").getAsString() + " " + object.get("found");
        };
    }

    private String script(String text) throws IOException {
        return Files.writeString(home.resolve("x.sql"), text).toString();
    }

    @Test
    void eachStatementIsRecordedBeforeItRunsAndWithItsEnd() throws IOException {
        dbsh.run("--write", "-c", "select 1; insert into t values (1), (2); set work_mem = '1MB'");
        dbsh.run("--write", "-c", "insert into t values (1)");
        dbsh.run("--write", "-c", "vacuum t");

        assertThat(journal())
                .containsExactly(
                        "begin insert into t values (1), (2)",
                        "end committed {\"result\":\"2 rows inserted\"}",
                        "begin insert into t values (1)",
                        "end rolled back {}",
                        "begin vacuum t",
                        "end committed {\"result\":\"done: vacuum\"}");
    }

    @Test
    void whatOnlyItsTransactionWouldKeepIsNotKeptWithoutIt() throws IOException {
        assertThat(dbsh.run("--write", "-c", "begin; notify x; rollback; select 1/0"))
                .endsWith("! dbsh: exit=1 changed=no\n[exit 1]\n");
        assertThat(dbsh.run("--write", "-c", "begin; notify x; commit; select 1/0"))
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
        assertThat(dbsh.run("--write", "-c", "notify x; select 1/0"))
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");

        assertThat(journal().stream().filter(line -> line.startsWith("end")))
                .containsExactly(
                        "end rolled back {\"result\":\"done: rollback\"}",
                        "end committed {\"result\":\"done: commit\"}",
                        "end committed {\"result\":\"done: notify\"}");
    }

    @Test
    void nothingIsTouchedForWhatReadsOrMayNotWrite() throws IOException {
        dbsh.run("--write", "-c", "select 1; show work_mem", "-c", "begin; select 1; rollback");
        dbsh.run("-c", "insert into t values (1)");
        dbsh.run("--write", "sql", "--file", script("select 1;\nselect 2;"));
        dbsh.fed("select 1;", "--write");

        assertThat(journal()).isEmpty();
        assertThat(file().getParent()).doesNotExist();
    }

    @Test
    void whoWhereAndWhatIsKnownOfALongStatement() throws IOException {
        String statement = "insert into t select 7 /* " + "é".repeat(5_000) + " */";
        dbsh.run("--write", "-c", statement);

        JsonObject begin =
                JsonParser.parseString(Files.readAllLines(file()).get(0)).getAsJsonObject();
        assertThat(begin.get("sql").getAsString()).isEqualTo(statement.substring(0, 4_000));
        assertThat(begin.getAsJsonObject("about").get("bytes").getAsString())
                .isEqualTo("" + (statement.length() + 5_000));
        assertThat(begin.getAsJsonObject("about").get("sha256").getAsString()).hasSize(64);
        assertThat(begin.getAsJsonObject("who").get("login").getAsString()).isEqualTo(System.getProperty("user.name"));
        assertThat(begin.get("database").getAsString())
                .isEqualTo(DATABASE.login().database());
        assertThat(begin.get("role").getAsString()).isEqualTo(DATABASE.login().user());
        assertThat(begin.get("system").getAsString())
                .isEqualTo(DATABASE.one("select system_identifier from pg_control_system()"));
    }

    @Test
    void textThatNamesAPasswordIsLeftOut() throws IOException {
        String role = DATABASE.role("").user();
        dbsh.run("--write", "-c", "alter role " + role + " password 'geheim'");
        dbsh.run(
                "--write",
                "-c",
                "begin; insert into t values (1)",
                "-c",
                "alter role " + role + " password 'geheim'",
                "-c",
                "commit");

        assertThat(journal())
                .containsExactly(
                        "begin (left out: it may hold a password)",
                        "end committed {\"result\":\"done: alter role\"}",
                        "begin insert into t values (1)",
                        "part (left out: it may hold a password)",
                        "end committed {\"last\":\"(left out: it may hold a password)\","
                                + "\"result\":\"done: commit\",\"statements\":\"2\"}");
        assertThat(Files.readString(file())).doesNotContain("geheim");
    }

    @Test
    void transactionIsOneEntry() throws IOException {
        dbsh.run(
                "--write",
                "-c",
                "begin; select 1; insert into t values (1)",
                "-c",
                "update t set id = 2 where id = 1; commit");
        dbsh.run("--write", "-c", "begin; delete from t where id = 2; rollback; insert into t values (3)");
        dbsh.run(
                "--write",
                "-c",
                "begin; insert into t values (4); savepoint a; insert into t values (5)" + "; rollback to a; commit");
        dbsh.run("--write", "-c", "begin; insert into t values (6)", "-c", "select 1/0");
        dbsh.run("--write", "-c", "begin; insert into t values (7)");

        assertThat(journal())
                .containsExactly(
                        "begin insert into t values (1)",
                        "part update t set id = 2 where id = 1",
                        "end committed {\"last\":\"update t set id = 2 where id = 1\",\"result\":\"done: commit\",\"statements\":\"2\"}",
                        "begin delete from t where id = 2",
                        "end rolled back {\"result\":\"done: rollback\"}",
                        "begin insert into t values (3)",
                        "end committed {\"result\":\"1 row inserted\"}",
                        "begin insert into t values (4)",
                        "part insert into t values (5)",
                        "part rollback to a",
                        "end committed {\"last\":\"rollback to a\",\"result\":\"done: commit\",\"statements\":\"3\"}",
                        "begin insert into t values (6)",
                        "end rolled back {}",
                        "begin insert into t values (7)",
                        "end rolled back {}");
        assertThat(DATABASE.list("select id from t order by id")).containsExactly("2", "3", "4");
    }

    @Test
    void commitThatFailsIsARollback() throws IOException {
        DATABASE.execute("drop table t; create table t (id int primary key deferrable initially deferred)");
        dbsh.run("--write", "-c", "begin; insert into t values (1), (1); commit");
        dbsh.fed("begin; insert into t values (2); select 1/0;", "--write");

        assertThat(journal())
                .containsExactly(
                        "begin insert into t values (1), (1)",
                        "end rolled back {}",
                        "begin insert into t values (2)",
                        "end rolled back {}");
    }

    @Test
    void fileIsOneEntryWithWhatItIsAndHowFarItCame() throws IOException {
        String text = "select 0;\ninsert into t values (1);\ninsert into t values (2);\nselect 1;\nselect 1/0;\n";
        dbsh.run("--write", "sql", "--file", script(text));
        dbsh.run("--write", "sql", "--file", script("insert into t values (3);\ncommit;\n"));
        dbsh.run("--write", "sql", "--file", script("insert into t values (4);\nselect 1/0;"), "--single-transaction");
        dbsh.run("--write", "sql", "--file", script("insert into t values (5);"), "--single-transaction");

        String name = "begin sql --file " + home.resolve("x.sql");
        assertThat(journal())
                .containsExactly(
                        name,
                        "end partly committed {\"last\":\"insert into t values (2)\",\"statements\":\"2\"}",
                        name,
                        "end committed {}",
                        name + " --single-transaction",
                        "end rolled back {}",
                        name + " --single-transaction",
                        "end committed {}");
        JsonObject about = JsonParser.parseString(Files.readAllLines(file()).get(0))
                .getAsJsonObject()
                .getAsJsonObject("about");
        assertThat(about.get("file").getAsString())
                .isEqualTo(home.resolve("x.sql").toString());
        assertThat(about.get("in_file").getAsString()).isEqualTo("5 statements");
        assertThat(about.get("sha256").getAsString())
                .isEqualTo(DATABASE.one("select encode(sha256(convert_to('" + text + "', 'UTF8')), 'hex')"));
    }

    @Test
    void fileIsRecordedBeforeAnythingOfItIsSentAhead() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createDirectory(file());

        assertThat(dbsh.run(
                                "--write",
                                "sql",
                                "--file",
                                script("select 1;\n".repeat(40) + "insert into t values (1);\n"))
                        .replace(home + "/", ""))
                .endsWith("""
                ! error: the journal cannot be written, so the change was not started: .local/state/dbsh/journal.jsonl is not a regular file
                !   hint:   the journal is .local/state/dbsh/journal.jsonl; XDG_STATE_HOME=DIRECTORY puts it into DIRECTORY/dbsh
                !   in:     x.sql:41 (statement 41 of 41)
                ! dbsh: exit=9 changed=no
                [exit 9]
                """);
        assertThat(DATABASE.one("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void standardInputIsOneEntryWithItsFirstStatements() throws IOException {
        StringBuilder text = new StringBuilder("select 1;\n");
        for (int i = 1; i <= 150; i++) {
            text.append("insert into t values (").append(i).append(");\n");
        }
        dbsh.fed(text.toString(), "--write");

        assertThat(journal())
                .hasSize(102)
                .startsWith("begin insert into t values (1)", "part insert into t values (2)")
                .endsWith(
                        "part insert into t values (101)",
                        "end committed {\"last\":\"insert into t values (150)\",\"statements\":\"150\"}");
    }

    @Test
    void whatAQueryHasChangedIsRecordedAfterwards() throws IOException {
        DATABASE.execute("create or replace function put(int) returns int language sql as"
                + " 'insert into t values ($1) returning id'");
        dbsh.run("--write", "-c", "select put(1)", "-c", "select 2");
        dbsh.run("--write", "-c", "begin; select put(3); commit");
        dbsh.run("--write", "sql", "--file", script("select put(4);\nselect put(5);\n"));

        assertThat(journal())
                .containsExactly(
                        "begin select put(1)",
                        "end committed {\"result\":\"1 row\"}",
                        "begin commit",
                        "end committed {\"result\":\"done: commit\"}",
                        "begin sql --file " + home.resolve("x.sql"),
                        "end committed {}");
        assertThat(Files.readAllLines(file()).get(0)).contains("\"recorded\":\"afterwards\"");
        assertThat(dbsh.with("XDG_STATE_HOME", "/proc/nowhere")
                        .run("--write", "--format", "csv", "-c", "select put(6)"))
                .isEqualTo("""
                put\r
                6\r
                ! WARNING: what this has changed is not in the journal, which cannot be written
                !   hint:   the journal is /proc/nowhere/dbsh/journal.jsonl; XDG_STATE_HOME=DIRECTORY puts it into DIRECTORY/dbsh
                [exit 0]
                """);
    }

    @Test
    void copiesAreRecordedToo() throws IOException {
        dbsh.fed("5\n6\n", "--write", "-c", "copy t from stdin");
        Path data = Files.writeString(home.resolve("data"), "7\n8\nx\n");
        dbsh.run("--write", "-c", "copy t from " + data);
        dbsh.run("--write", "-c", "copy t to " + home.resolve("out"));

        assertThat(journal())
                .containsExactly(
                        "begin copy t from stdin",
                        "end committed {\"result\":\"2 rows copied\"}",
                        "begin COPY t FROM STDIN",
                        "end rolled back {}");
    }

    @Test
    void whatAPersonDecidesIsTheEnd() throws IOException {
        DATABASE.execute("insert into t values (1), (2), (3)");
        Path script = Files.writeString(home.resolve("y.sql"), "insert into t values (20);\nselect 1/0;\n");
        try (Pty pty = ShellOnTerminal.open(DATABASE.login(), home)) {
            pty.enter("write on --because 'INC-7'");
            pty.waitFor("raw SQL may write for 15m: INC-7");
            pty.enter("delete from t where id = 1;");
            pty.waitFor("commit or rollback [");
            pty.enter("rollback");
            pty.waitFor("rolled back, nothing was changed");
            pty.enter("delete from t where id = 2;");
            pty.waitUntil("it asks", screen -> screen.endsWith(" s] >"));
            pty.enter("commit");
            pty.waitFor("committed: 1 deleted");
            pty.enter("\\i " + script);
            pty.waitFor("(statement 2 of 2)");
            pty.enter("begin;");
            pty.waitFor("=*#");
            pty.enter("insert into t values (30);");
            pty.waitFor("1 row inserted");
            pty.enter("quit");
            pty.waitFor("commit or rollback or stay [");
            pty.enter("commit");
            assertThat(pty.exitStatus()).isZero();
        }

        assertThat(journal())
                .containsExactly(
                        "begin delete from t where id = 1",
                        "end rolled back {\"result\":\"rolled back, nothing was changed\"}",
                        "begin delete from t where id = 2",
                        "end committed {\"result\":\"committed: 1 deleted in public.t\"}",
                        "begin sql --file " + script,
                        "end partly committed {}",
                        "begin insert into t values (30)",
                        "end committed {}");
        assertThat(Files.readAllLines(file()).get(0)).contains("\"because\":\"INC-7\"");
        assertThat(DATABASE.list("select id from t order by id")).containsExactly("1", "3", "20", "30");
    }

    @Test
    void connectionThatIsGivenUpWithItsTransactionIsARollback() throws IOException {
        dbsh.fed(
                "begin;\ninsert into t values (1);\nconnect " + TestDatabase.uri(DATABASE.login())
                        + "\ninsert into t values (2);\n",
                "--write");
        dbsh.run(
                "--write",
                "-c",
                "begin; insert into t values (3)",
                "-c",
                "connect " + TestDatabase.uri(DATABASE.login()),
                "-c",
                "insert into t values (4)");

        assertThat(journal())
                .containsExactly(
                        "begin insert into t values (1)",
                        "part insert into t values (2)",
                        "end partly committed {\"last\":\"insert into t values (2)\",\"statements\":\"2\"}",
                        "begin insert into t values (3)",
                        "end rolled back {}",
                        "begin insert into t values (4)",
                        "end committed {\"result\":\"1 row inserted\"}");
    }

    @Test
    void journalIsShownAndSaysWhenItWasChanged() throws IOException {
        dbsh.run("--write", "-c", "insert into t\n values (1), (2)", "-c", "insert into t values (1)");
        dbsh.run("--write", "-c", "alter role " + DATABASE.role("").user() + " password 'x'");
        String name = DATABASE.login().database();

        assertThat(dbsh.without("PGHOST")
                        .run("journal", "--last", "2")
                        .replaceAll("20\\S+Z", "<at>")
                        .replaceAll("[0-9a-f]{8} ", "<op> ")
                        .replace(name, "<db>")
                        .replaceAll(" +", " "))
                .isEqualTo("""
                        at operation database what outcome result
                        <at> <op> <db> insert into t values (1) rolled back -
                        <at> <op> <db> (left out: it may hold a password) committed done: alter role

                        2 of 3 changes
                        [exit 0]
                        """);
        assertThat(dbsh.run("--format", "json", "journal", "--last", "9"))
                .contains("\"sql\":\"insert into t\\n values (1), (2)\"", "\"verdict\":\"3 of 3 changes\"");
        assertThat(dbsh.run("sequences", "undo")).endsWith("0 moves\n[exit 0]\n");

        Files.writeString(file(), Files.readString(file()).replace("(1), (2)", "(1), (3)"));
        assertThat(dbsh.run("journal"))
                .endsWith("2 of 2 changes; line 1 of the journal is not as it was written\n[exit 0]\n");
        assertThat(dbsh.run("journal", "--last", "x")).contains("! error: \"x\" is no count\n");
    }

    @Test
    void changeIsNotStartedWhenItCannotBeRecorded() {
        Job nowhere = dbsh.with("XDG_STATE_HOME", "/proc/nowhere");

        assertThat(nowhere.run("--write", "-c", "select 1 as a", "-c", "insert into t values (1)"))
                .isEqualTo("""
                a
                1

                1 row
                ! error: the journal cannot be written, so the change was not started: /proc/nowhere does not exist
                !   hint:   the journal is /proc/nowhere/dbsh/journal.jsonl; XDG_STATE_HOME=DIRECTORY puts it into DIRECTORY/dbsh
                ! dbsh: exit=9 changed=no
                [exit 9]
                """);
        assertThat(DATABASE.one("select count(*) from t")).isEqualTo("0");
    }
}
