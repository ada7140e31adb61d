package dev.dbsh.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.demo.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabaseTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("drifted-sequences");

    @Test
    void eachTestHasTheFixtureForItself() throws SQLException {
        database.execute("delete from vouchers");

        try (TestDatabase other = TestDatabase.open(database.server().major(), "drifted-sequences")) {
            assertThat(other.one("select count(*) from vouchers")).isEqualTo("9");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void fixtureLoadsOnEveryMajor(int major) throws SQLException {
        try (TestDatabase other = TestDatabase.open(major, "drifted-sequences")) {
            assertThat(other.one("show server_version_num")).startsWith(Integer.toString(major));
            assertThat(other.one("select max(id) from orders")).isEqualTo("187");
        }
    }

    @Test
    void serverIsFitForEveryKindOfTest() {
        assertThat(database.one("show wal_level")).isEqualTo("logical");
        assertThat(Integer.parseInt(database.one("show max_prepared_transactions")))
                .isPositive();
        assertThat(Integer.parseInt(database.one("show max_connections"))).isGreaterThanOrEqualTo(100);
    }

    @Test
    void sessionLeftInTransactionFailsTheTest() throws SQLException {
        TestDatabase other = TestDatabase.open(database.server().major(), TestDatabase.EMPTY);
        Connection careless = other.connect();
        careless.setAutoCommit(false);
        TestDatabase.execute(careless, "select 'left open'");

        assertThatThrownBy(other::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("left idle in a transaction: dbsh-test")
                .hasMessageContaining("left open");
        assertThat(database.list("select datname from pg_database"))
                .doesNotContain(other.login().database());
    }

    @Test
    void connectionClosedInTransactionIsNoLeak() throws SQLException {
        try (TestDatabase other = TestDatabase.open(database.server().major(), TestDatabase.EMPTY)) {
            try (Connection careful = other.connect()) {
                careful.setAutoCommit(false);
                TestDatabase.execute(careful, "select 1");
            }
            assertThat(other.one("select 1")).isEqualTo("1");
        }
    }

    @Test
    void roleLogsInAndGoesWithTheDatabase() throws SQLException {
        String name;
        try (TestDatabase other = TestDatabase.open(database.server().major(), TestDatabase.EMPTY)) {
            Login role = other.role("in role pg_monitor");
            name = role.user();
            other.connect(role).close();
            other.execute("create table belongings ()");
            other.execute("alter table belongings owner to " + name);
        }
        assertThat(database.list("select rolname from pg_roles")).doesNotContain(name);
    }

    @Test
    void namedServersAreUrisAndConninfoStringsInOneList() {
        List<Login> logins =
                NamedServers.parse("postgresql://joe:secret@db.example:5433/app host=/tmp port=1 host=other "
                        + "user=ann postgres://plain.example");

        assertThat(logins)
                .containsExactly(
                        new Login("db.example", 5433, "app", "joe", "secret"),
                        new Login("/tmp", 1, "postgres", "postgres", ""),
                        new Login("other", 5432, "postgres", "ann", ""),
                        new Login("plain.example", 5432, "postgres", "postgres", ""));
    }
}
