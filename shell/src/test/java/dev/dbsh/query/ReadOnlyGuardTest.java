package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.ServerVersion;
import dev.dbsh.sql.classify.Classified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the refusals; what is refused, and what is not, stands in {@code sql/refused} and {@code sql/allowed}. */
class ReadOnlyGuardTest {
    private static final int PID = 7;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    begin read write                              | the statement would lift that
                    set transaction_read_only = off               | the statement would lift that
                    select set_config('default_transaction_read_only', 'off', false) | the statement would lift that
                    select set_config(note, 'off', false) from t  | set_config changes a setting that the text does not name
                    select pg_catalog.PG_CANCEL_BACKEND(1)        | pg_cancel_backend cancels what other sessions run
                    prepare p as select pg_notify('a', 'b')       | pg_notify reaches other sessions
                    select query_to_xml('notify a', true, true, '') | NOTIFY reaches other sessions
                    select query_to_xml(note, true, true, '') from t | query_to_xml runs a query that is not in the statement
                    lock t                                        | LOCK TABLE keeps others out of a table
                    do 'begin end'                                | DO runs what is not in the statement
                    copy t to program 'x'                         | COPY TO PROGRAM runs a program on the server
                    explain analyze select 1 into t               | EXPLAIN ANALYZE of SELECT INTO makes the table in a READ ONLY transaction too
                    execute p                                     | EXECUTE runs p, which was not prepared here, so it counts as a write
                    frobnicate t                                  | FROBNICATE begins no statement that dbsh knows, so it counts as a write
                    select 1into t                                | 1into is not one word to every server: put a blank into it
                    """)
    void refusalSaysWhatAndWhy(String statement, String why) {
        assertThatThrownBy(() -> ReadOnlyGuard.check(Classified.of(statement), server(true, PID)))
                .hasMessage("this session is read-only, and " + why)
                .isInstanceOfSatisfying(Refusal.class, e -> {
                    assertThat(e.kind()).isEqualTo(Refusal.Kind.GUARD_RAIL);
                    assertThat(e.failure().hint()).isEqualTo("write on at the prompt, --write in a call");
                });
        assertThatCode(() -> ReadOnlyGuard.check(Classified.of(statement), server(false, PID)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    begin                                     | BEGIN
                    set search_path to a                      | SET
                    listen a                                  | LISTEN
                    declare c cursor for select 1             | DECLARE CURSOR
                    discard all                               | DISCARD ALL
                    select set_config('work_mem', '4MB', true) | this
                    select pg_advisory_xact_lock(1)           | this
                    """)
    void whatStaysWithTheConnectionDoesNotHoldBehindAPooler(String statement, String what) {
        assertThatThrownBy(() -> ReadOnlyGuard.check(Classified.of(statement), server(false, PID + 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.failure().hint())
                                .isEqualTo("connect to the server's own port: 10.0.0.7:5432"))
                .hasMessage(what + " does not hold behind a pooler: the next statement may run on another connection");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update t set a = 1              | UPDATE writes
                    select nextval('s')             | nextval moves a sequence, which no ROLLBACK undoes
                    create table t ()               | CREATE TABLE changes definitions
                    select pg_notify('a', 'b')      | pg_notify reaches other sessions
                    """)
    void nothingIsWrittenThroughAPooler(String statement, String why) {
        assertThatThrownBy(() -> ReadOnlyGuard.check(Classified.of(statement), server(false, PID + 1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        e -> assertThat(e.failure().hint())
                                .isEqualTo("connect to the server's own port: 10.0.0.7:5432"))
                .hasMessage("nothing is written through a pooler, and " + why);
    }

    @Test
    void severalStatementsInOneTextAreRefusedInEveryMode() {
        assertThatThrownBy(() -> TextGuard.checkOne(Classified.of("select ';'; select 2")))
                .isInstanceOf(Refusal.class)
                .hasMessage("this is more than one statement: not sent");
        assertThatCode(() -> TextGuard.checkOne(Classified.of(";select ';';;"))).doesNotThrowAnyException();
    }

    @Test
    void behindAPoolerQueriesGoToTheServer() {
        assertThatCode(() -> ReadOnlyGuard.check(Classified.of("select 1"), server(true, PID + 1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set client_encoding = 'LATIN1'",
                "set names 'SQL_ASCII'",
                "select set_config('Client_Encoding', 'LATIN1', false)"
            })
    void settingsThatTheDriverDoesNotSurviveAreRefused(String statement) {
        assertThatThrownBy(() -> TextGuard.checkSettings(Classified.of(statement)))
                .isInstanceOf(Refusal.class)
                .hasMessage("the driver reads UTF8 only, and would end the session");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set client_encoding = 'UTF8'",
                "set names default",
                "set datestyle = 'German'",
                "set datestyle to iso, mdy",
                "reset datestyle",
                "select 'set names latin1'"
            })
    void otherSettingsGoToTheServer(String statement) {
        assertThatCode(() -> TextGuard.checkSettings(Classified.of(statement))).doesNotThrowAnyException();
    }

    private static Server server(boolean readOnly, int backendPid) {
        return new Server(
                new ServerVersion(180000, "18.0"),
                "shop",
                "oncall",
                "oncall",
                false,
                false,
                readOnly,
                PID,
                backendPid,
                false,
                "10.0.0.7:5432");
    }
}
