package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Word;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.query.RawSql;
import dev.dbsh.query.Recording;
import dev.dbsh.report.Column;
import dev.dbsh.report.ReportSink;
import dev.dbsh.session.Setting;
import dev.dbsh.sql.BrokenSql;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A database with everything in it that a statement could harm, and a read-only session on it as dbsh opens one. */
final class ReadOnlyWorld implements AutoCloseable {
    /** What became of a case. */
    enum Answer {
        REFUSED_BY_DBSH,
        REFUSED_BY_SERVER,
        ACCEPTED
    }

    private final TestDatabase database;
    private final Login login;
    private final Connection victim;
    private final ServerState state;
    private final Map<String, String> names;
    private final boolean dblink;
    private final List<String> effects = new ArrayList<>();
    private Session session;
    private RawSql sql;

    static ReadOnlyWorld of(int major, Person person) throws SQLException {
        TestDatabase database = TestDatabase.open(major, "read-only-world");
        try {
            return new ReadOnlyWorld(database, person);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private ReadOnlyWorld(TestDatabase database, Person person) throws SQLException {
        this.database = database;
        this.login = person.login(database);
        this.dblink = has("dblink");
        String unique = database.login().database();
        database.execute("select pg_create_logical_replication_slot('" + unique + "', 'pgoutput')");
        database.execute(
                "select pg_replication_origin_create('dbsh_kept') where pg_replication_origin_oid('dbsh_kept') is null");
        database.execute("select pg_stat_reset()");
        database.await("select stats_reset is not null from pg_stat_database where datname = current_database()");
        Connection preparer = database.connect(login);
        TestDatabase.execute(
                preparer, "begin; select pg_advisory_xact_lock(4711); prepare transaction '" + unique + "'");
        this.victim = database.connect(login);
        int pid = Integer.parseInt(pid(victim));
        sleep();
        Connection listener = database.connect();
        TestDatabase.execute(listener, "listen dbsh_heard");
        this.names = Map.of(
                "victim",
                Integer.toString(pid),
                "database",
                unique,
                "slot",
                unique,
                "gid",
                unique,
                "user",
                login.user(),
                "lo",
                database.one("select oid from pg_largeobject_metadata"),
                "file",
                database.one("select current_setting('data_directory') || '/dbsh_probe'"),
                "dblink",
                database.login().conninfo() + " password=" + database.login().password());
        connect();
        this.state = new ServerState(database.connect(), listener, pid);
    }

    private boolean has(String extension) {
        boolean there = database.one("select count(*) from pg_available_extensions where name = '" + extension + "'")
                .equals("1");
        if (there) {
            database.execute("create extension " + extension);
        }
        return there;
    }

    private static String pid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void sleep() throws SQLException {
        String pid = pid(victim);
        CompletableFuture.runAsync(() -> {
            try {
                TestDatabase.execute(victim, "select pg_sleep(3600)");
            } catch (IllegalStateException e) {
                // the end of the world, or an effect that the state tells
            }
        });
        database.await("select query like 'select pg_sleep%' from pg_stat_activity where pid = " + pid);
    }

    private void connect() {
        session = database.session(login);
        sql = new RawSql(Recording.nowhere(session), () -> BatchOperator.NOBODY, InputStream::nullInputStream);
        session.server();
    }

    /** From now on sessions read strings as before version 9.1. */
    void useOldStrings() {
        database.execute("alter database " + names.get("database") + " set standard_conforming_strings = off");
        session.close();
        connect();
    }

    boolean has(StatementCase each) {
        return each.needs().isEmpty() || dblink;
    }

    Map<String, String> state() throws SQLException {
        return state.now();
    }

    /** What is not as it was; a session that is just going is given the time to. */
    List<String> changes(Map<String, String> before) throws SQLException {
        List<String> changes = ServerState.differences(before, state.now());
        for (int i = 0; i < 100 && changes.stream().anyMatch(change -> change.startsWith("sessions:")); i++) {
            changes = ServerState.differences(before, state.now());
        }
        return changes;
    }

    /** Types everything of the case, whatever is refused on the way, and ends what it has left open. */
    Answer type(StatementCase each) throws SQLException {
        String text = filled(each.text());
        Answer answer = Answer.ACCEPTED;
        boolean sent = false;
        for (String statement : each.whole() ? List.of(text) : cut(text)) {
            Answer one = answer(each, statement);
            answer = one.compareTo(answer) < 0 ? one : answer;
            sent |= one != Answer.REFUSED_BY_DBSH;
        }
        if (sent) {
            settle(each);
        }
        return answer;
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace('{' + name.getKey() + '}', name.getValue());
        }
        return filled;
    }

    private List<String> cut(String text) {
        List<String> statements = new ArrayList<>();
        try {
            Script script = Script.of(text, Setting.names(), session::standardConformingStrings);
            for (Script.Unit unit = script.next(); unit != null; unit = script.next()) {
                statements.add(unit.text());
            }
            return statements;
        } catch (BrokenSql e) {
            // what follows is never run
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer(StatementCase each, String statement) {
        try {
            sql.run(Arguments.of(sql.signature(), List.of(Word.given(statement))), new Nowhere());
            return Answer.ACCEPTED;
        } catch (Refusal e) {
            assertThat(e.kind())
                    .as(each + ": " + e.getMessage())
                    .isIn(Refusal.Kind.GUARD_RAIL, Refusal.Kind.NOT_POSSIBLE);
            return Answer.REFUSED_BY_DBSH;
        } catch (SqlFailure e) {
            return Answer.REFUSED_BY_SERVER;
        }
    }

    private void settle(StatementCase each) throws SQLException {
        if (session.findServer().isEmpty()) {
            connect();
            return;
        }
        List<String> locks = state.locksOf(session.server().backendPid());
        if (!locks.isEmpty()) {
            effects.add(each + " holds " + locks);
        }
        if (session.transaction() == TransactionState.OPEN) {
            expectReadOnly(each, "transaction_read_only");
        }
        if (session.transaction() != TransactionState.NONE) {
            ask("rollback");
        }
        expectReadOnly(each, "default_transaction_read_only");
        ask("discard all");
    }

    private void expectReadOnly(StatementCase each, String setting) {
        if (!ask("show " + setting).equals("on")) {
            effects.add(each + " lifts " + setting);
        }
    }

    /** What was seen of sessions that took locks or could write from then on. */
    List<String> effects() {
        return effects;
    }

    private String ask(String statement) {
        Nowhere result = new Nowhere();
        sql.run(Arguments.of(sql.signature(), List.of(Word.given(statement))), result);
        return result.last;
    }

    @Override
    public void close() throws SQLException {
        session.close();
        victim.close();
        try {
            database.execute("rollback prepared '" + names.get("gid") + "'");
            database.execute("select pg_drop_replication_slot('" + names.get("slot") + "')");
            database.execute("select pg_replication_origin_drop('dbsh_kept')");
        } finally {
            database.close();
        }
    }

    /** Keeps the first value of the last row. */
    private static final class Nowhere implements ReportSink {
        private String last = "";

        @Override
        public <R> RowSink<R> start(List<Column<R>> columns) {
            return row -> last =
                    columns.isEmpty() ? "" : String.valueOf(columns.get(0).of(row));
        }

        @Override
        public OutputStream bytes() {
            return OutputStream.nullOutputStream();
        }
    }
}
