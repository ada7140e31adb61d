package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a call is refused before it runs anything, how the answers look, and what a check ends with. */
class BatchUsageTest {
    private static final String USAGE = "! dbsh: exit=64 changed=no\n[exit 64]\n";
    private static final String NOT_CONNECTED = "! dbsh: exit=7 changed=no\n[exit 7]\n";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.with("drifted-sequences");

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --formt json          | there is no option --formt                | did you mean --format? type dbsh --help for all of them
                    --nope                | there is no option --nope                 | type dbsh --help for all of them
                    -Z                    | there is no option -Z                     | type dbsh --help for all of them
                    --write=1             | --write takes no value                    | type dbsh --help
                    -c                    | -c needs a value                          | usage: -c, --command COMMAND
                    --port                | --port needs a value                      | usage: -p, --port PORT
                    -p x -c x             | invalid integer value "x" for connection option "port" (from -p) | a port is a number from 1 to 65535
                    --format jsn status   | there is no format jsn                    | did you mean json?
                    --format xyz status   | there is no format xyz                    | it takes table, vertical, json, csv, markdown
                    --color blue status   | there is no --color blue                  | it takes auto, always or never
                    --timeout soon status | "soon" is no length of time               | write it as 300ms, 5s, 10m, 1h30m or 2d
                    --lock-timeout 5      | "5" is no length of time                  | write it as 300ms, 5s, 10m, 1h30m or 2d
                    statsu                | "statsu" is neither a command nor a database | did you mean status?
                    sequnces check        | there is no command "sequnces"            | did you mean sequences? type help for all of them
                    nowhere check         | there is no command "check"               | type help for all commands; SQL ends with ;
                    nowhere statsu        | there is no command "statsu"              | did you mean status? type help for all of them
                    status -c x           | status has no option -c                   | usage: status
                    -c x status           | both -c and the command "status" are given | give it as another -c
                    tables --shema x      | tables has no option --shema              | did you mean --schema?
                    describe              | describe needs NAME                       | usage: describe NAME
                    sql                   | sql needs STATEMENT                       | usage: sql STATEMENT
                    help nope             | there is no command "nope"                | type help for all commands; SQL ends with ;
                    -e nope status        | unknown environment "nope"                | add [environments.nope] to HOME/.config/dbsh/config.toml
                    -d postgresql:///?x=y | invalid URI query parameter: "x", column 16         | parameters are named as in libpq: host, port, dbname, user, sslmode and so on
                    """)
    void mistakeIsToldWithWhatToTypeInstead(String arguments, String message, String hint) {
        assertThat(dbsh.run(arguments.split(" ")))
                .isEqualTo("! error: " + message + "\n!   hint:   " + hint.replace("HOME", home.toString()) + "\n"
                        + USAGE);
    }

    @Test
    void mistypedStatementLeadsToTheRightWord() {
        assertThat(dbsh.run("-c", "selct 1;")).isEqualTo("""
                ! error: there is no command "selct"
                !   hint:   did you mean select? type help for all of them
                """ + USAGE);
    }

    @Test
    void whoCannotConnectIsToldTheStateAndNeverThePassword() throws IOException {
        String where = "connecting to " + DATABASE.login().host() + ":"
                + DATABASE.login().port();
        String lost = DATABASE.login().user();

        assertThat(dbsh.run("nowhere", "-c", "select 1")).isEqualTo("""
                ! error 3D000: database "nowhere" does not exist
                !   hint:   choose another database with -d; dbsh -d postgres -c 'select datname from pg_database' lists them
                !   in:     WHERE
                """.replace("WHERE", where) + NOT_CONNECTED);
        assertThat(dbsh.with("PGPASSWORD", "not-Secret-7").run("-c", "select 1"))
                .startsWith("! error 28P01: password authentication failed for user \"" + lost + "\"\n")
                .endsWith("!   in:     " + where + "\n" + NOT_CONNECTED)
                .doesNotContain("Secret");
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertThat(dbsh.run("-h", "127.0.0.1", "-p", "" + nobody, "-c", "select 1"))
                .isEqualTo("""
                ! error 08001: connection to 127.0.0.1:PORT failed: Connection refused
                !   hint:   is the server running there and listening: pg_isready -h 127.0.0.1 -p PORT
                !   in:     connecting to 127.0.0.1:PORT
                """.replace("PORT", "" + nobody) + NOT_CONNECTED);
    }

    @Test
    void roleWithoutConnectionsLeftIsNotConnected() {
        String role = DATABASE.role("connection limit 0").user();

        assertThat(dbsh.with("PGUSER", role).run("-c", "select 1"))
                .startsWith("! error 53300: too many connections for role \"" + role + "\"\n")
                .endsWith(NOT_CONNECTED);
    }

    @Test
    void unsafeConfigurationIsRefused() throws IOException {
        Path file = Files.writeString(home.resolve(".pgpass"), "*:*:*:*:Secret-7\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(dbsh.without("PGPASSWORD").run("-c", "select 1"))
                .startsWith("! error: ")
                .contains(file.toString(), "chmod")
                .endsWith("! dbsh: exit=78 changed=no\n[exit 78]\n")
                .doesNotContain("Secret");
        assertThat(dbsh.run("postgresql:///?socketFactory=x", "-c", "select 1")).isEqualTo("""
                ! error: connection property socketFactory is refused: it makes the driver load a class
                !   hint:   leave socketFactory out
                ! dbsh: exit=78 changed=no
                [exit 78]
                """);
    }

    @Test
    void checkEndsWithWhatItFound() {
        assertThat(dbsh.run("sequences", "check", "refunds*")).isEqualTo("1 sequence checked, none behind\n[exit 0]\n");
        assertThat(dbsh.run("--format", "csv", "sequences", "check", "coupons*").replace("\r", ""))
                .isEqualTo("""
                        sequence,feeds,how,next,stored,status,fails_on_insert,target,used_percent,note
                        public.coupons_id_seq,public.coupons.id,owned,9,9,behind,1,10,0.0,""
                        ! dbsh: exit=10 changed=no
                        [exit 10]
                        """);
        Connection other = DATABASE.connect();
        TestDatabase.execute(other, "begin; lock table refunds in access exclusive mode");
        assertThat(dbsh.run("--format", "json", "sequences", "check", "refunds*"))
                .contains("\"outcome\":\"unknown\"")
                .endsWith("! dbsh: exit=11 changed=no\n[exit 11]\n");
        assertThat(dbsh.run("sequences", "refunds*")).endsWith("[exit 0]\n").doesNotContain("!");
        TestDatabase.execute(other, "rollback");
    }

    @ParameterizedTest
    @CsvSource({"sequences check, 10", "sequences, 0"})
    void onlyACheckTurnsFindingsIntoAFailure(String command, int exit) {
        assertThat(dbsh.run("-c", command)).endsWith("[exit " + exit + "]\n");
    }

    @Test
    void everyFormatShowsTheSame() {
        String sql = "select 1 as a, null as b, 'x|y,\"z' as c, true as d";

        assertThat(dbsh.run("--format", "table", "-c", sql))
                .isEqualTo("a  b  c       d\n1  -  x|y,\"z  t\n\n1 row\n[exit 0]\n");
        assertThat(dbsh.run("--format", "vertical", "-c", sql))
                .isEqualTo("-[ 1 ]-\na | 1\nb | -\nc | x|y,\"z\nd | t\n\n1 row\n[exit 0]\n");
        assertThat(dbsh.run("--format", "csv", "-c", sql)).isEqualTo("a,b,c,d\r\n1,,\"x|y,\"\"z\",t\r\n[exit 0]\n");
        assertThat(dbsh.run("--format", "markdown", "-c", sql))
                .isEqualTo(
                        "| a | b | c | d |\n| ---: | --- | --- | --- |\n| 1 | - | x\\|y,\"z | t |\n\n1 row\n[exit 0]\n");
        assertThat(dbsh.run("--format", "json", "-c", sql)).isEqualTo("""
                {"command":"sql","columns":["a","b","c","d"],"rows":[{"a":1,"b":null,"c":"x|y,\\"z","d":true}],\
                "outcome":"ok","verdict":"1 row","hints":[],"elapsed_ms":<ms>}
                [exit 0]
                """);
    }

    @Test
    void failureIsPartOfTheJson() {
        assertThat(dbsh.run("--format", "json", "-c", "select 1/0")).isEqualTo("""
                {"command":"sql","columns":[],"rows":[],"outcome":"failed","verdict":"division by zero","hints":[],\
                "error":{"sqlstate":"22012","message":"division by zero","detail":null,"hint":null,"position":null,\
                "where":null},"elapsed_ms":<ms>}
                ! error 22012: division by zero
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
    }

    @Test
    void positionOfAMistakeIsShown() {
        assertThat(dbsh.run("-c", "select *\nfrom orders\nwhere nope = 1;")).isEqualTo("""
                ! error 42703: column "nope" does not exist
                !   line 3: where nope = 1
                !                 ^
                !   hint:   Perhaps you meant to reference the column "orders.note".
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
    }

    @Test
    void versionAndHelpNeedNoServer() {
        Job alone = dbsh.with("PGPORT", "1");

        assertThat(alone.run("--version")).isEqualTo("dbsh " + Version.text() + "\n[exit 0]\n");
        assertThat(alone.run("-V", "-c", "select 1")).isEqualTo("dbsh " + Version.text() + "\n[exit 0]\n");
        String help = Usage.text(AllCommands.table()) + "[exit 0]\n";
        assertThat(alone.run("--help")).isEqualTo(help);
        assertThat(alone.run("-?")).isEqualTo(help);
        assertThat(alone.run("help")).isEqualTo(help);
        assertThat(alone.run("help", "tables")).isEqualTo("""
                part        is
                usage       tables [PATTERN] [--schema S]
                --schema S  only what is in the schema

                List tables and views with estimated rows and sizes
                try: tables order*
                [exit 0]
                """);
        assertThat(alone.run("set", "pager", "off")).endsWith("pager is off\n[exit 0]\n");
    }

    @Test
    void everyCommandIsExplainedAndItsExampleParses() {
        CommandTable table = AllCommands.table();
        for (Command command : table.commands()) {
            Signature signature = command.signature();
            List<Word> words = Words.of(signature.example());
            CommandTable.Match example = table.match(words).orElseThrow();

            assertThat(example.command()).isSameAs(command);
            assertThatCode(() -> Arguments.of(signature, words.subList(example.words(), words.size())))
                    .doesNotThrowAnyException();
            assertThat(dbsh.run(("help " + signature.name()).split(" ")))
                    .contains(signature.usage())
                    .endsWith("\n" + signature.summary() + "\ntry: " + signature.example() + "\n[exit 0]\n");
        }
    }

    @Test
    void connectIsACallToo() {
        assertThat(dbsh.run("connect")).startsWith("connected to ").endsWith("[exit 0]\n");
        assertThat(dbsh.run("connect", "nowhere")).startsWith("! error 3D000: ").endsWith(NOT_CONNECTED);
    }
}
