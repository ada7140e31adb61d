package dev.dbsh.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.Session;
import dev.dbsh.report.Column;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Advisory locks by their keys, and statements by what they would lock. */
class AdvisoryAndAdviceTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("row-locks");

    private Crowd crowd;

    @BeforeEach
    void gather() {
        crowd = new Crowd(database);
    }

    @AfterEach
    void disperse() {
        crowd.close();
    }

    @Test
    void keysAreShownAsTheyWereGiven() {
        String name = database.login().database();
        crowd.does("a", "select pg_advisory_lock(42), pg_advisory_lock(-5), pg_advisory_lock(1, -2)");
        crowd.does("s", "begin; select pg_advisory_xact_lock_shared(7)");
        crowd.waits("b", "select pg_advisory_lock(42)");

        Report<?> report = Crowd.run(new AdvisoryList(database.session()), "");

        assertThat(lines(report, name))
                .containsExactlyInAnyOrder(
                        "a -5 (-1,-5) - ExclusiveLock true",
                        "a 42 (0,42) - ExclusiveLock true",
                        "b 42 (0,42) - ExclusiveLock false",
                        "a (1,-2) (1,-2) - ExclusiveLock true",
                        "s 7 (0,7) - ShareLock true");
        assertThat(report.ending().hints()).containsExactly("locks");
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void toolsAreKnownByTheirKeys(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            String name = other.login().database();
            other.execute("create table flyway_schema_history (installed_rank int, version text, checksum int,"
                    + " success bool)");
            other.execute("create table schema_migrations (version bigint, dirty bool)");
            long golang = crc("public\0schema_migrations\0" + name) * 1486364155L & 0xffffffffL;
            sessions.does("flyway", "select pg_advisory_lock(77433833903597)");
            sessions.does("prisma", "select pg_advisory_lock(72707369)");
            sessions.does("rails", "select pg_advisory_lock(" + 2053462845L * crc(name) + ")");
            sessions.does("sqlx", "select pg_advisory_lock(" + 0x3d32ad9eL * crc(name) + ")");
            sessions.does("golang", "select pg_advisory_lock(" + golang + ")");
            sessions.does("pair", "select pg_advisory_lock(0, 72707369)");

            assertThat(owners(sessions, Crowd.run(new AdvisoryList(other.session()), ""), name))
                    .containsExactlyInAnyOrder(
                            "flyway Flyway public.flyway_schema_history",
                            "prisma Prisma Migrate",
                            "rails Rails",
                            "sqlx sqlx",
                            "golang golang-migrate public.schema_migrations",
                            "pair null");
        }
    }

    @Test
    void nobodyHasAny() {
        Report<?> report = Crowd.run(new AdvisoryList(database.session()), "");

        assertThat(lines(report, database.login().database())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void statementIsToldWhoIsInItsWay(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            sessions.does("reader", "begin; select * from lk.t");
            sessions.does("writer", "begin; update lk.t set v = 'w' where id = 1");
            Session session = other.session();

            Report<?> alter = advise(session, "alter table lk.t add column z int");
            assertThat(inTheWay(sessions, alter)).containsExactly("reader AccessShareLock", "writer RowExclusiveLock");
            assertThat(alter.ending().verdict())
                    .isEqualTo(
                            "ALTER TABLE takes ACCESS EXCLUSIVE on lk.t: 2 locks in the way. While it waits, and while"
                                    + " it has it, every select, insert, update and delete waits behind it");
            assertThat(alter.outcome()).isEqualTo(Outcome.FINDINGS);
            assertThat(inTheWay(sessions, advise(session, "create index on lk.t (v)")))
                    .containsExactly("writer RowExclusiveLock");
            assertThat(advise(session, "update lk.t set v = 'x'").ending().verdict())
                    .isEqualTo(
                            "UPDATE takes ROW EXCLUSIVE on lk.t: nobody is in the way now. While it waits, and while it"
                                    + " has it, create index and alter table waits behind it");
            assertThat(advise(session, "select * from lk.t").ending().verdict())
                    .isEqualTo("SELECT takes ACCESS SHARE on lk.t: nobody is in the way now");

            sessions.waits("ddl", "alter table lk.t add column y int");
            assertThat(advise(session, "select * from lk.t").ending().verdict())
                    .isEqualTo("SELECT takes ACCESS SHARE on lk.t: 0 locks in the way, 1 before it in the queue");
        }
    }

    @Test
    void whatIsNotKnownIsSaid() {
        Session session = database.session();

        assertThat(advise(session, "alter table lk.nothing add column z int").outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(advise(session, "alter table lk.nothing add column z int")
                        .ending()
                        .verdict())
                .startsWith("ALTER TABLE takes ACCESS EXCLUSIVE on lk.nothing, which is not found");
        assertThat(advise(session, "do 'begin end'").ending().verdict()).isEqualTo("what DO locks is not known");
        assertThat(database.one("select count(*) from pg_attribute where attrelid = 'lk.t'::regclass and attnum > 0"))
                .isEqualTo("2");
    }

    private static Report<?> advise(Session session, String statement) {
        return Crowd.run(new LockAdvise(session), "'" + statement.replace("'", "''") + "'");
    }

    private static List<String> inTheWay(Crowd sessions, Report<?> report) {
        return report.rows().stream()
                .map(row -> (InTheWay) row)
                .map(row -> sessions.named(row.pid() + " " + row.mode()))
                .toList();
    }

    private List<String> lines(Report<?> report, String name) {
        return rows(report, name, List.of("pid", "key", "halves", "owner", "mode", "granted")).stream()
                .map(crowd::named)
                .map(line -> line.replace("null", "-"))
                .toList();
    }

    private static List<String> owners(Crowd sessions, Report<?> report, String name) {
        return rows(report, name, List.of("pid", "owner")).stream()
                .map(sessions::named)
                .toList();
    }

    // Other tests have advisory locks on the same server, in databases of their own.
    private static <R> List<String> rows(Report<R> report, String name, List<String> keys) {
        return report.rows().stream()
                .filter(row -> name.equals(value(report, row, "database")))
                .map(row -> String.join(
                        " ",
                        keys.stream().map(key -> "" + value(report, row, key)).toList()))
                .toList();
    }

    private static <R> Object value(Report<R> report, R row, String key) {
        for (Column<R> column : report.columns()) {
            if (column.key().equals(key)) {
                return column.of(row);
            }
        }
        throw new AssertionError("no column " + key);
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
