package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.BundledSql;
import dev.dbsh.testing.SqlTokens;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlFilesTest {
    static List<BundledSql> files() {
        return BundledSql.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void headerSaysWhatWhoAndWhere(BundledSql file) {
        assertThat(file.header()).matches("[A-Z].*\\. .*Privileges: .*");
        assertThat(file.saysServers()).as("says Servers: N and newer.").isTrue();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileIsOneStatement(BundledSql file) {
        assertThat(SqlTokens.of(file.body()).count(";")).isZero();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyNameOfTheServerIsQualified(BundledSql file) {
        assertThat(SqlTokens.of(file.body()).unqualified()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void valuesEnterOnceWithTypeAndName(BundledSql file) {
        assertThat(SqlTokens.of(file.body()).count("?"))
                .isEqualTo(file.arguments().size());
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void noneWaitsForALockAndNoneFails(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.open(major, "every-kind-of-object")) {
            Connection holder = database.connect();
            List<SqlSample> samples = SqlSample.with(SqlSample.Locks.HELD, database);
            lockEverything(database, holder);
            Session session = database.session();

            SoftAssertions softly = new SoftAssertions();
            for (BundledSql file : filesFor(major)) {
                for (SqlSample sample : file.readsTables() ? samples.subList(0, 1) : samples) {
                    softly.assertThat(sample.stateAfter(session, file))
                            .as("SQLSTATE of %s with %s", file, sample)
                            .isEqualTo(file.readsTables() ? "55P03" : "");
                }
            }
            holder.rollback();
            softly.assertAll();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void noneFailsWhenNobodyIsInTheWay(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.open(major, "every-kind-of-object")) {
            runs(database, database.session(), filesFor(major));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void whatNeedsNoPrivilegesRunsWithoutAny(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.open(major, "every-kind-of-object")) {
            List<BundledSql> files = filesFor(major).stream()
                    .filter(BundledSql::needsNoPrivileges)
                    .toList();

            runs(database, database.session(database.role("")), files);
        }
    }

    @Test
    void decoysInTheSearchPathAreNeverCalled() throws SQLException {
        try (TestDatabase database = TestDatabase.open(newest(), "decoys-in-public")) {
            runs(database, database.session(victim(database)), filesFor(newest()));

            assertThat(sprung(database)).isEmpty();
        }
    }

    @Test
    void decoysWouldCatchAQueryThatIsCareless() throws SQLException {
        try (TestDatabase database = TestDatabase.open(newest(), "decoys-in-public")) {
            Connection victim = database.connect(victim(database));

            TestDatabase.execute(victim, "select lower('A'), format('%s', 'a'::name, 'b'::name)");
            TestDatabase.execute(victim, "select count(*), 'a'::varchar::text = 'b' from pg_class");
            TestDatabase.execute(
                    victim, "select string_agg(note, ','), array_agg(note) from orders where note || 'x' ~ 'y'");

            assertThat(sprung(database))
                    .contains("lower(text)", "format(text, name, name)", "pg_class", "text", "equal(text, text)")
                    .contains("glued(text, text)", "counted(bigint)");
        }
    }

    @Test
    void carelessCallsAreFoundInTheText() {
        SqlTokens careless = SqlTokens.of("""
                with args (a, b) as (select ?::text as a, 1 as b)
                select count(*), pg_catalog.max(x.y), coalesce(lower(a), 'upper(b)'), x::numeric(3, 1) -- trim(c)
                  from pg_class as c join pg_catalog.pg_namespace n on n.oid in (select 1)
                       cross join pg_catalog.unnest(array[1]) with ordinality k (value, place)
                 where exists (select from args) and now() > any (array[1]) and x <> '{0}' and y = {column}
                """);

        assertThat(careless.unqualified()).containsExactly("count", "lower", "pg_class", "now");
        assertThat(careless.placeholders()).containsExactly("column");
    }

    private static int newest() {
        return TestServer.newest().major();
    }

    private static List<BundledSql> filesFor(int major) {
        return files().stream()
                .filter(file -> file.isFor(major) && !file.changes())
                .toList();
    }

    private static void lockEverything(TestDatabase database, Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        String relations = "select format('%s', oid::regclass) from pg_class where relnamespace in "
                + "('public'::regnamespace, '\"Back Office\"'::regnamespace) and relkind in ";
        for (String table : database.list(relations + "('r', 'p', 'v')")) {
            TestDatabase.execute(holder, "lock table " + table + " in access exclusive mode");
        }
        for (String sequence :
                database.list(relations + "('S') and oid not in (select objid from pg_depend where deptype = 'i')")) {
            TestDatabase.execute(holder, "alter sequence " + sequence + " cache 2");
        }
    }

    private static void runs(TestDatabase database, Session session, List<BundledSql> files) {
        assertThat(files).isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        for (SqlSample sample : SqlSample.with(SqlSample.Locks.NONE, database)) {
            for (BundledSql file : files) {
                softly.assertThat(sample.stateAfter(session, file))
                        .as("SQLSTATE of %s with %s", file, sample)
                        .isEmpty();
            }
        }
        softly.assertAll();
    }

    private static Login victim(TestDatabase database) {
        Login victim = database.role("superuser");
        database.execute("alter role " + victim.user() + " set search_path = public, pg_catalog");
        return victim;
    }

    private static List<String> sprung(TestDatabase database) {
        database.execute("set search_path = pg_catalog");
        return database.list("select what from public.traps where exists (select from pg_locks"
                + " where locktype = 'advisory' and classid = 4242"
                + " and objid = (hashtext(what)::bigint & 4294967295)::oid)");
    }
}
