package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Progress;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.report.Outcome;
import dev.dbsh.testing.Silence;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnreadSequencesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("sequence-shapes");

    @Test
    void missingPrivilegeNamesTheGrantAndCostsNobodyElse() {
        Login role = reader();
        database.execute("revoke all on sequence sq.a_id_seq from " + role.user());
        database.execute("revoke all on sq.e from " + role.user());
        database.execute("revoke all on schema oth from " + role.user());

        List<SequenceState> states = new Sequences(database.session(role)).states(Filter.NONE);

        assertThat(note(states, "sq.a_id_seq"))
                .isEqualTo("no privilege: grant select on sequence sq.a_id_seq to " + role.user());
        assertThat(note(states, "sq.e_old_id_seq")).isEqualTo("no privilege: grant select on sq.e to " + role.user());
        assertThat(note(states, "oth.s")).isEqualTo("no privilege: grant usage on schema oth to " + role.user());
        assertThat(unknown(states)).containsExactly("oth.s", "sq.a_id_seq", "sq.e_old_id_seq");
        assertThat(state(states, "sq.e_old_id_seq").next()).isEqualTo(1);
        assertThat(state(states, "sq.n2_id_seq").status()).isEqualTo(Status.OK);
    }

    @Test
    void roleThatMayDoNothingGetsNoOkay() {
        List<SequenceState> states = new Sequences(database.session(database.role(""))).states(Filter.NONE);

        assertThat(states).isNotEmpty().allMatch(state -> state.status() == Status.UNKNOWN);
        assertThat(Tally.of(states).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void grantsThatAreAskedForAreEnough() {
        Login role = database.role("");
        for (int round = 0; round < 2; round++) {
            for (SequenceState state : new Sequences(database.session(role)).states(Filter.NONE)) {
                state.unread().stream()
                        .filter(reason -> reason.startsWith("no privilege: "))
                        .forEach(reason -> database.execute(reason.substring("no privilege: ".length())));
            }
        }

        List<SequenceState> states = new Sequences(database.session(role)).states(Filter.NONE);

        assertThat(unknown(states)).isEmpty();
        assertThat(states.stream().map(SequenceState::status))
                .isEqualTo(new Sequences(database.session())
                        .states(Filter.NONE).stream().map(SequenceState::status).toList());
    }

    @Test
    void monitorSeesNoPositionAndReaderOfAllDataSeesThemAll() {
        Login monitor = database.role("in role pg_monitor");
        Login reader = database.role("in role pg_read_all_data");

        assertThat(new Sequences(database.session(monitor)).states(Filter.NONE))
                .allMatch(state -> state.status() == Status.UNKNOWN
                        && state.unread().get(0).startsWith("no privilege: grant usage on schema "));
        assertThat(unknown(new Sequences(database.session(reader)).states(Filter.NONE)))
                .isEmpty();
    }

    @Test
    void ownerSeesAllOfItsOwn() {
        Login owner = database.role("");
        database.execute("create schema own authorization " + owner.user() + "; set role " + owner.user()
                + "; create table own.t (id serial primary key, v int); insert into own.t values (7, 1); reset role");

        List<SequenceState> states = new Sequences(database.session(owner)).states(Filter.NONE);

        assertThat(state(states, "own.t_id_seq").status()).isEqualTo(Status.BEHIND);
        assertThat(note(states, "own.t_id_seq")).isEmpty();
        assertThat(unknown(states)).hasSize(states.size() - 1);
    }

    @Test
    void rowLevelSecurityIsNeverAnEmptyTable() {
        Login role = reader();
        database.execute("alter table sq.c enable row level security");
        database.execute("create policy none on sq.c using (v = 2)");

        List<SequenceState> states = new Sequences(database.session(role)).states(Filter.NONE);

        assertThat(unknown(states)).containsExactly("sq.c_id_seq");
        assertThat(note(states, "sq.c_id_seq")).isEqualTo("row-level security hides rows from you");
        assertThat(state(states, "sq.c_id_seq").stored().furthest()).isNull();
    }

    @Test
    void lockedTableSequenceIndexAndPartitionAreMarkedAndNobodyWaits() throws SQLException {
        Connection holder = database.connect();
        String pid = pid(holder);
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "lock table sq.c in access exclusive mode");
        TestDatabase.execute(holder, "drop sequence oth.s cascade");
        TestDatabase.execute(holder, "reindex index sq.m_pkey");
        TestDatabase.execute(holder, "lock table only oth.w1 in access exclusive mode");
        TestDatabase.execute(holder, "alter sequence sq.a_id_seq restart 9");

        List<SequenceState> states = new Sequences(database.session()).states(Filter.NONE);

        holder.rollback();
        assertThat(unknown(states)).containsExactly("oth.s", "sq.c_id_seq", "sq.m_id_seq", "sq.w_id_seq");
        assertThat(state(states, "sq.a_id_seq").status()).isEqualTo(Status.BEHIND);
        assertThat(state(states, "sq.a_id_seq").target()).isNull();
        assertThat(note(states, "sq.a_id_seq")).isEqualTo("locked by pid " + pid);
        assertThat(states)
                .filteredOn(state -> state.status() == Status.UNKNOWN)
                .allMatch(state -> Note.of(state).contains("locked by pid " + pid));
    }

    @Test
    void ownOpenTransactionIsNoObstacleAndIsLeftAsItWas() {
        Session session = database.session();
        session.run("begin", StatementKind.SESSION, Silence.INSTANCE);
        session.run("lock table sq.c in access exclusive mode", StatementKind.SESSION, Silence.INSTANCE);
        session.run("set local search_path = sq", StatementKind.SESSION, Silence.INSTANCE);

        List<SequenceState> states = new Sequences(session).states(Filter.NONE);

        assertThat(session.transaction()).isEqualTo(TransactionState.OPEN);
        assertThat(database.one("select count(*) from pg_locks where relation = 'sq.d'::regclass"))
                .isEqualTo("0");
        session.run("rollback", StatementKind.SESSION, Silence.INSTANCE);
        assertThat(states).isEqualTo(new Sequences(session).states(Filter.NONE));
    }

    @Test
    void tableThatReplicationWritesIntoIsSaid() {
        database.execute("create subscription s connection 'host=127.0.0.1 port=1' publication p"
                + " with (connect = false, slot_name = none)");
        database.execute(
                "insert into pg_subscription_rel select oid, 'sq.t'::regclass, 'r', null from pg_subscription");

        List<SequenceState> states = new Sequences(database.session()).states(Filter.NONE);

        database.execute("drop subscription s");
        assertThat(state(states, "sq.t_id_seq").status()).isEqualTo(Status.BEHIND);
        assertThat(note(states, "sq.t_id_seq"))
                .isEqualTo("sq.t.id is unique only together with other columns;"
                        + " logical replication writes into its table: fix it at the switchover");
    }

    @Test
    void temporaryOnesOfOthersAreLeftOut() {
        database.execute("create temp table mine (id serial)");

        assertThat(new Sequences(database.session()).states(Filter.NONE))
                .noneMatch(state -> state.sequence().name().name().equals("mine_id_seq"));
    }

    @Test
    void bigTableWithoutAnIndexIsNotWalkedThrough() {
        database.execute("create table sq.huge (id serial)");
        database.execute("insert into sq.huge select 1");
        database.execute("analyze sq.huge");
        database.execute("update pg_class set reltuples = 50000000, relpages = 400000 where oid = 'sq.huge'::regclass");

        List<SequenceState> states = new Sequences(database.session()).states(Filter.NONE);
        List<SequenceState> exact =
                new Sequences(database.session(), new Effort(true, 1, Progress.UNSEEN)).states(Filter.NONE);

        assertThat(state(states, "sq.huge_id_seq").status()).isEqualTo(Status.UNKNOWN);
        assertThat(note(states, "sq.huge_id_seq"))
                .isEqualTo("no index on sq.huge(id), 50000000 rows: not read without --exact");
        assertThat(state(exact, "sq.huge_id_seq").status()).isEqualTo(Status.BEHIND);
    }

    @Test
    void walkThroughATableThatTakesTooLongIsGivenUpAndCostsNobodyElse() {
        Sql slow = Sql.of(UnreadSequencesTest.class, "takes-long.sql");
        Sql quick = Sql.of(Sequences.class, "position.sql").with("sequence", new QualifiedName("sq", "a_id_seq"));
        List<Parts.Part> parts = List.of(
                new Parts.Part(slow, 1, "no index on sq.t(id), 5 rows", List.of()),
                new Parts.Part(quick, 1, null, List.of()));

        Map<Integer, Parts.Answer<String>> answers =
                new Parts(database.session(), Effort.USUAL).read(parts, row -> row.text("last_value"));

        assertThat(answers.get(0).unread())
                .isEqualTo("no index on sq.t(id), 5 rows: not read within 2s, --exact reads it");
        assertThat(answers.get(1).value()).isEqualTo("1");
    }

    @Test
    void whatLiesOnAnotherServerIsNotRead() {
        database.execute("create extension postgres_fdw");
        database.execute("create server far foreign data wrapper postgres_fdw options (host '127.0.0.1', port '1')");
        database.execute("create foreign table sq.far (id bigint default nextval('sq.lone')) server far");

        List<SequenceState> states = new Sequences(database.session()).states(Filter.NONE);

        assertThat(note(states, "sq.lone")).isEqualTo("sq.far is on another server: not read");
        assertThat(state(states, "sq.lone").status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void partThatFailsIsFoundAmongManyAndNamesItsReason() {
        Sql sql = Sql.of(Sequences.class, "position.sql");
        List<Parts.Part> parts = new ArrayList<>();
        for (int place = 0; place < 300; place++) {
            String name = place == 17 || place == 250 ? "gone" : "a_id_seq";
            parts.add(new Parts.Part(sql.with("sequence", new QualifiedName("sq", name)), 1, null, List.of()));
        }

        Map<Integer, Parts.Answer<Long>> answers =
                new Parts(database.session(), Effort.USUAL).read(parts, row -> row.number("last_value"));

        assertThat(answers).hasSize(300);
        answers.forEach((place, answer) -> {
            boolean gone = place == 17 || place == 250;
            assertThat(answer.unread()).isEqualTo(gone ? "dropped meanwhile" : null);
            assertThat(answer.value()).isEqualTo(gone ? null : 1L);
        });
    }

    private static String pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }

    private Login reader() {
        Login role = database.role("");
        for (String schema : List.of("sq", "oth", "\"My Schema\"")) {
            database.execute("grant usage on schema " + schema + " to " + role.user());
            database.execute("grant select on all tables in schema " + schema + " to " + role.user());
            database.execute("grant select on all sequences in schema " + schema + " to " + role.user());
        }
        return role;
    }

    private static List<String> unknown(List<SequenceState> states) {
        return states.stream()
                .filter(state -> state.status() == Status.UNKNOWN)
                .map(state -> state.sequence().name().toString())
                .toList();
    }

    private static String note(List<SequenceState> states, String sequence) {
        return Note.of(state(states, sequence));
    }

    private static SequenceState state(List<SequenceState> states, String sequence) {
        return states.stream()
                .filter(state -> state.sequence().name().toString().equals(sequence))
                .findFirst()
                .orElseThrow();
    }
}
