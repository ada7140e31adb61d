package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.ServerVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyGuardTest {
    private static final int PID = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin read write",
                "begin /* read only */ read/**/write",
                "BEGIN WORK ISOLATION LEVEL SERIALIZABLE, READ -- only\n WRITE",
                "start transaction read write",
                "set transaction read write",
                "set local transaction read write",
                "set session characteristics as transaction isolation level serializable",
                "set transaction_read_only = off",
                "set TRANSACTION_READ_ONLY to 'off'",
                "set \"transaction_read_only\" = off",
                "set\"default_transaction_read_only\"to off",
                "set local default_transaction_read_only = off",
                "set U&\"\\0074ransaction_read_only\" to off",
                "set u&\"d!0065fault_transaction_read_only\" uescape '!' to off",
                "reset transaction_read_only",
                "reset default_transaction_read_only",
                "prepare transaction 'a'",
                "/* a */ prepare -- b\n transaction 'a'"
            })
    void statementThatLiftsReadOnlyIsRefused(String statement) {
        assertThatThrownBy(() -> ReadOnlyGuard.check(SqlWords.of(statement), server(true, PID)))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.kind()).isEqualTo(Refusal.Kind.GUARD_RAIL))
                .hasMessage("this session is read-only, and the statement would lift that");
        assertThatCode(() -> ReadOnlyGuard.check(SqlWords.of(statement), server(false, PID)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "begin read only",
                "begin isolation level repeatable read -- read write",
                "set transaction isolation level serializable /* read write */",
                "set search_path to \"$user\", 'read write'",
                "set application_name = 'transaction_read_only'",
                "set role auditor",
                "reset all",
                "discard all",
                "prepare p as select 1",
                "commit",
                "select 'set transaction_read_only = off'",
                "insert into write values (1)"
            })
    void everyOtherStatementGoesToTheServer(String statement) {
        assertThatCode(() -> ReadOnlyGuard.check(SqlWords.of(statement), server(true, PID)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"begin", "set search_path to a", "listen a", "declare c cursor for select 1", "discard all"})
    void statementOfTheSessionDoesNotHoldBehindAPooler(String statement) {
        assertThatThrownBy(() -> ReadOnlyGuard.check(SqlWords.of(statement), server(false, PID + 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(
                        " does not hold behind a pooler: the next statement may run on another connection");
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
                false);
    }
}
