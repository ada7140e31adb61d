package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Change;
import dev.dbsh.command.Refusal;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.report.Outcome;
import dev.dbsh.testing.Silence;
import dev.dbsh.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceFixTest {
    /** The id that an insert with defaults is given after the repair, for every shape that is behind. */
    private static final String NEXT_IDS = """
            "My Schema"."User"."Id" 6
            sq.g.id 6
            sq.a.id 6
            sq.b.id 6
            sq.c_copy.id 4
            sq.c.id 6
            sq.dom.id 5
            sq.dropped.id 6
            sq.e.id 6
            sq.f.id 6
            sq.far_down.id -3
            sq.far_up.id 43
            sq.i.id 6
            sq.quoted.id 6
            sq.j.id -6
            sq.k.id 11
            sq.m.id 2
            sq.nan.id 13
            sq.num.id 8
            sq.p.id 43
            sq.pooled.id 151
            sq.h1.id 51
            sq.h2.id 52
            sq.d.id 6
            sq.t.id 6
            sq.u.id 6
            sq.ul.id 2
            sq.w.id 10
            sq."we.ird""tbl"."co l" 6
            sq.whole_t.id 6
            sq.ws.id 10
            sq.x.id 21
            sq."{column}"."x"" from pg_class --" 6
            """;
    /** What a table needs besides. */
    private static final Map<String, String> COLUMNS = Map.of(
            "sq.t", "(tenant_id) values (1)",
            "sq.w", "(k) values (1)");

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("sequence-shapes");

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void everyShapeThatIsBehindTakesInsertsAgain(int major) throws Exception {
        try (TestDatabase shapes = TestDatabase.open(major, "sequence-shapes")) {
            List<SequenceState> before = new Sequences(shapes.session()).states(Filter.NONE);

            Change.Done done = Fixing.fix(shapes.session(), "--all");

            List<String> ids = new ArrayList<>();
            before.stream()
                    .filter(state ->
                            state.target() != null && state.sequence().steps().cache() == 1)
                    .flatMap(state -> state.sequence().columns().stream())
                    .forEach(column -> ids.add(column + " " + inserted(shapes, column)));
            assertThat(String.join("\n", ids) + "\n").isEqualTo(NEXT_IDS);
            assertThat(done.changed()).isTrue();
            assertThat(done.trouble()).isNull();
        }
    }

    private static String inserted(TestDatabase shapes, FedColumn column) {
        String values = COLUMNS.getOrDefault(column.table().toString(), "default values");
        return shapes.one("insert into " + column.table().name().quoted() + " " + values + " returning "
                + column.name().quoted());
    }

    @Test
    void secondRunChangesNothing() {
        Fixing.fix(database.session(), "--all");
        List<String> positions = Fixing.positions(database);

        Change.Done again = Fixing.fix(database.session(), "--all");

        assertThat(Fixing.positions(database)).isEqualTo(positions);
        assertThat(again.changed()).isFalse();
    }

    @Test
    void whatIsNotBehindIsNotMoved() {
        List<String> others = Stream.of(
                        "l_id_seq",
                        "lb",
                        "tr",
                        "inv",
                        "seen",
                        "i_id_seq",
                        "s_seq",
                        "used_up_id_seq",
                        "r_id_seq",
                        "o_id_seq",
                        "n_id_seq",
                        "n2_id_seq",
                        "q_id_seq",
                        "even_id_seq",
                        "nearly_id_seq",
                        "lone")
                .map(name -> "sq." + name)
                .toList();
        List<String> before = Fixing.positions(database).stream()
                .filter(line -> others.stream().anyMatch(name -> line.startsWith(name + "(")))
                .toList();

        Fixing.fix(database.session(), "--all");
        Fixing.fix(database.session(), String.join(" ", others));

        assertThat(before).hasSameSizeAs(others);
        assertThat(Fixing.positions(database)).containsAll(before);
    }

    @Test
    void planAndStatementsChangeNothing() {
        List<String> positions = Fixing.positions(database);

        Fixing.plan(database.session(), "--all");
        Fixing.fix(database.session(), "--all --dry-run");
        Fixing.fix(database.session(), "--all --sql");

        assertThat(Fixing.positions(database)).isEqualTo(positions);
    }

    @Test
    void shownStatementsDoWhatTheyAreShownFor() {
        database.execute("create table sq.huge (id bigserial primary key); insert into sq.huge values (50000000)");
        Change shown = Fixing.plan(database.session(), "a x huge \"My Schema\".\"User\" \"it's?\" --sql");

        for (Object line : shown.plan().rows()) {
            database.execute(String.valueOf(shown.plan().columns().get(1).typedOf(cast(line))));
        }

        database.execute("reset all");
        assertThat(database.one("insert into sq.a default values returning id")).isEqualTo("6");
        assertThat(database.one("insert into sq.x default values returning id")).isEqualTo("21");
        assertThat(database.one("insert into sq.huge default values returning id"))
                .isEqualTo("50000001");
        assertThat(database.one("insert into sq.quoted default values returning id"))
                .isEqualTo("6");
        assertThat(database.one("insert into \"My Schema\".\"User\" default values returning \"Id\""))
                .isEqualTo("6");
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object row) {
        return (T) row;
    }

    @Test
    void advancingNeedsUsageAndNoMore() {
        Login role = reader();
        database.execute("grant usage on sequence sq.a_id_seq to " + role.user());

        Change.Done done = Fixing.fix(database.session(role), "a_id_seq d");

        assertThat(Fixing.lines(done))
                .containsExactly(
                        "sq.a_id_seq advanced 1 6",
                        "sq.something_else refused 1 1: no privilege: grant usage on sequence sq.something_else to "
                                + role.user());
        assertThat(kind(done)).isEqualTo(Refusal.Kind.GUARD_RAIL);
        assertThat(done.changed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                                           | refused  | no privilege: grant usage on schema sq to ROLE; grant select on sequence sq.a_id_seq to ROLE; no privilege: grant usage on schema sq to ROLE; grant select on sq.a to ROLE
            in role pg_monitor             | refused  | no privilege: grant usage on schema sq to ROLE; grant select on sequence sq.a_id_seq to ROLE; no privilege: grant usage on schema sq to ROLE; grant select on sq.a to ROLE
            in role pg_read_all_data       | refused  | no privilege: grant usage on sequence sq.a_id_seq to ROLE
            in role pg_read_all_data owner | advanced | -
            """)
    void eachKindOfRoleRepairsOrIsToldTheGrant(@Nullable String attributes, String outcome, @Nullable String reason) {
        String in = attributes == null ? "" : attributes;
        Login role = database.role(in.replace(" owner", ""));
        if (in.endsWith(" owner")) {
            database.execute("alter table sq.a owner to " + role.user());
        }

        Change.Done done = Fixing.fix(database.session(role), "sq.a_id_seq");

        Fixed fixed = (Fixed) done.report().rows().get(0);
        assertThat(fixed.outcome().word()).isEqualTo(outcome);
        assertThat(fixed.reason()).isEqualTo(reason == null ? "" : reason.replace("ROLE", role.user()));
        assertThat(done.changed()).isEqualTo(reason == null);
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void wideGapIsMovedOverWithWritersLockedOut(int major) throws Exception {
        try (TestDatabase shapes = TestDatabase.open(major, "sequence-shapes")) {
            moveOverWideGap(shapes);
        }
    }

    private static void moveOverWideGap(TestDatabase shapes) {
        shapes.execute("create table sq.huge (id bigint generated always as identity (increment by 3) primary key)");
        shapes.execute("insert into sq.huge overriding system value values (3000000001)");

        Change change = Fixing.plan(shapes.session(), "huge");
        Change.Done done = change.work().get();

        assertThat(change.question().words())
                .isEqualTo("advance 1 sequence over 1000000001 values, writers are locked out for 1 of them");
        assertThat(Fixing.lines(done)).containsExactly("sq.huge_id_seq advanced 1 3000000004");
        assertThat(shapes.one("insert into sq.huge default values returning id"))
                .isEqualTo("3000000004");
        assertThat(shapes.one("insert into sq.huge default values returning id"))
                .isEqualTo("3000000007");
        assertThat(shapes.one("select seqcycle from pg_sequence where seqrelid = 'sq.huge_id_seq'::regclass"))
                .isEqualTo("f");
    }

    @Test
    void wideGapNeedsTheOwner() {
        database.execute("create table sq.huge (id bigserial primary key); insert into sq.huge values (50000000)");
        Login role = reader();
        database.execute("grant all on sequence sq.huge_id_seq to " + role.user());

        Change.Done done = Fixing.fix(database.session(role), "huge");

        assertThat(Fixing.lines(done))
                .containsExactly("sq.huge_id_seq refused 1 1: skips 50000000, which needs the owner: "
                        + database.login().user());
    }

    @Test
    void whatCouldNotBeReadIsRefusedAndNotMoved() {
        Login role = reader();
        database.execute("alter table sq.c enable row level security");
        database.execute("grant all on all sequences in schema sq to " + role.user());

        Change.Done done = Fixing.fix(database.session(role), "c");

        assertThat(Fixing.lines(done))
                .containsExactly("sq.c_id_seq refused 1 1: row-level security hides rows from you");
        assertThat(done.report().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(done.changed()).isFalse();
    }

    @Test
    void subscriberIsRefusedUntilItIsSaidToBeAllRight() {
        database.execute("create subscription s connection 'host=127.0.0.1 port=1' publication p"
                + " with (connect = false, slot_name = none)");
        database.execute(
                "insert into pg_subscription_rel select oid, 'sq.a'::regclass, 'r', null from pg_subscription");

        Change.Done refused = Fixing.fix(database.session(), "a");
        Change.Done done = Fixing.fix(database.session(), "a --subscriber-ok");

        database.execute("drop subscription s");
        assertThat(Fixing.lines(refused))
                .containsExactly("sq.a_id_seq refused 1 1: logical replication writes into its table, rows may still"
                        + " arrive: --subscriber-ok at the switchover");
        assertThat(kind(refused)).isEqualTo(Refusal.Kind.GUARD_RAIL);
        assertThat(Fixing.lines(done)).containsExactly("sq.a_id_seq advanced 1 6");
    }

    @Test
    void namedOnesThatNeedAHumanAreNotPassedOver() {
        Change.Done done = Fixing.fix(database.session(), "l_id_seq lb");

        assertThat(kind(done)).isEqualTo(Refusal.Kind.NEEDS_HUMAN);
        assertThat(done.trouble()).hasMessage("nothing was changed, 2 left alone");
    }

    @Test
    void columnByTheOperatorsWordIsComparedAndRepaired() {
        database.execute("insert into sq.y values (8, 1), (9, 1); insert into sq.z values (7, 1)");

        Change.Done late = Fixing.fix(database.session(), "lb --column y.id");
        Change.Done byTrigger = Fixing.fix(database.session(), "sq.tr --column sq.z.id");

        assertThat(Fixing.lines(late)).containsExactly("sq.lb advanced 1 10");
        assertThat(Fixing.lines(byTrigger)).containsExactly("sq.tr advanced 1 8");
        assertThat(database.one("insert into sq.z (v) values (1) returning id")).isEqualTo("8");
    }

    @Test
    void columnMustBeOneOfWholeNumbers() {
        database.execute("create table oth.y (id bigint)");
        Session session = database.session();

        assertThatThrownBy(() -> Fixing.plan(session, "lb --column y.id")).hasMessage("--column means 2 columns");
        assertThatThrownBy(() -> Fixing.plan(session, "lb --column sq.aa.id"))
                .hasMessage("there is no table with whole numbers in a column id of that name");
        assertThatThrownBy(() -> Fixing.plan(session, "lb --column id"))
                .hasMessage("\"id\" is no column: write table.column");
        assertThatThrownBy(() -> Fixing.plan(session, "lb tr --column y.id"))
                .hasMessage("--column is for one sequence");
    }

    @Test
    void nameMustMeanOneThing() {
        database.execute("create table oth.a (id serial)");
        Session session = database.session();

        assertThatThrownBy(() -> Fixing.plan(session, "a"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.failure().hint()).isEqualTo("name one of oth.a, sq.a"));
        assertThatThrownBy(() -> Fixing.plan(session, "a_id_seq")).hasMessage("a_id_seq is the name of 2 sequences");
        assertThat(Fixing.lines(Fixing.fix(session, "sq.a"))).containsExactly("sq.a_id_seq advanced 1 6");
    }

    @Test
    void whatWasAlteredAfterThePlanIsNotTouched() {
        Change change = Fixing.plan(database.session(), "a_id_seq d");
        database.execute("alter sequence sq.a_id_seq increment by 10");
        database.execute("insert into sq.d values (77)");

        Change.Done done = change.work().get();

        assertThat(Fixing.lines(done))
                .containsExactly(
                        "sq.a_id_seq refused 1 1: was changed since it was shown: look again",
                        "sq.something_else advanced 1 78");
    }

    @Test
    void openTransactionIsRefused() {
        Session session = database.session();
        session.run("begin", StatementKind.BEGIN, Silence.INSTANCE);

        assertThatThrownBy(() -> Fixing.plan(session, "a"))
                .hasMessage(
                        "a transaction is open: what it has written is not seen by others yet, nothing was changed");

        session.run("rollback", StatementKind.SESSION, Silence.INSTANCE);
    }

    private Login reader() {
        Login role = database.role("");
        database.execute("grant usage on schema sq to " + role.user());
        database.execute("grant select on all tables in schema sq to " + role.user());
        database.execute("grant select on all sequences in schema sq to " + role.user());
        return role;
    }

    private static Refusal.Kind kind(Change.Done done) {
        return ((Refusal) done.trouble()).kind();
    }
}
