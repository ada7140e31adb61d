package dev.dbsh.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Refusal;
import dev.dbsh.demo.Login;
import dev.dbsh.report.Figure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivityListTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("row-locks");

    private Crowd crowd;

    @BeforeEach
    void gather() {
        crowd = new Crowd(database);
        crowd.does("writer", "begin; update lk.t set v = 'a' where id = 1");
        crowd.does("reader", "begin; select * from lk.t");
        crowd.does("idler", "select 1");
        crowd.waits("waiter", "update lk.t set v = 'b' where id = 1");
    }

    @AfterEach
    void disperse() {
        crowd.close();
    }

    @Test
    void oldestTransactionsStandFirstAndIdleOnesAreCounted() {
        Report<?> report = activity("");

        assertThat(lines(report))
                .containsExactly(
                        "writer idle in transaction, written true",
                        "reader idle in transaction, written false",
                        "waiter active, written true, blocked by writer");
        // the idler, and the connection by which the test watches
        assertThat(report.ending().verdict()).isEqualTo("3 sessions, 2 idle not shown");
        assertThat(report.ending().hints()).containsExactly("locks");
        assertThat(report.outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void figures() {
        Login stranger = database.role("");
        String application = "--application dbsh-test";

        assertThat(figures(activity(application)))
                .startsWith("rows is 3", "sessions is 3", "waiting is 1", "idle_in_transaction is 2")
                .endsWith("hidden is 0");
        assertThat(figures(Crowd.run(new ActivityList(database.session(stranger)), application + " --in-transaction")))
                .containsExactly(
                        "rows is 0",
                        "sessions is 0 to 5",
                        "waiting is 0 to 5",
                        "idle_in_transaction is 0 to 5",
                        "oldest_transaction is at least 0s",
                        "hidden is 5");
    }

    private static List<String> figures(Report<?> report) {
        return report.figures().stream().map(Figure::words).toList();
    }

    @Test
    void filters() {
        String user = database.login().user();

        assertThat(names("--idle")).containsExactly("writer", "reader", "waiter", "idler");
        assertThat(names("--state idle")).containsExactly("idler");
        assertThat(names("--state 'idle in transaction'")).containsExactly("writer", "reader");
        assertThat(names("--in-transaction")).containsExactly("writer", "reader", "waiter");
        assertThat(names("--waiting")).containsExactly("waiter");
        assertThat(names("--older-than 1h")).isEmpty();
        assertThat(names("--older-than 0s --idle")).hasSize(4);
        assertThat(names("--user " + user)).containsExactly("writer", "reader", "waiter");
        assertThat(names("--user nobody")).isEmpty();
        assertThat(names("--application dbsh-test --waiting")).containsExactly("waiter");
        assertThat(names("--application other")).isEmpty();
        assertThatThrownBy(() -> activity("--state asleep"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.USAGE));
    }

    @Test
    void otherDatabasesOnDemand() throws Exception {
        try (TestDatabase elsewhere = TestDatabase.open(database.server().major(), "row-locks")) {
            assertThat(lines(Crowd.run(new ActivityList(elsewhere.session()), "")))
                    .isEmpty();
            assertThat(lines(Crowd.run(new ActivityList(elsewhere.session()), "--all-databases")))
                    .contains(
                            "writer idle in transaction, written true",
                            "waiter active, written true, blocked by writer");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void whatIsHiddenIsCountedAndNotTakenForNothing(int major) throws Exception {
        try (TestDatabase other = TestDatabase.open(major, "row-locks");
                Crowd sessions = new Crowd(other)) {
            sessions.does("writer", "begin; update lk.t set v = 'a' where id = 1");
            sessions.waits("waiter", "update lk.t set v = 'b' where id = 1");
            Login stranger = other.role("");

            Report<?> all = Crowd.run(new ActivityList(other.session(stranger)), "--application dbsh-test");
            Report<?> asked = Crowd.run(new ActivityList(other.session(stranger)), "--waiting --in-transaction");

            assertThat(all.ending().verdict())
                    .endsWith("; what " + all.rows().size() + " sessions do is hidden from you");
            assertThat(asked.rows()).isEmpty();
            assertThat(asked.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(asked.ending().verdict())
                    .isEqualTo("0 sessions; what 1 session does is hidden from you, so whether they fit is not known");
            assertThat(asked.ending().hints()).containsExactly("grant pg_monitor to " + stranger.user() + ";");
        }
    }

    private Report<?> activity(String typed) {
        return Crowd.run(new ActivityList(database.session()), typed);
    }

    private List<String> names(String typed) {
        return activity(typed).rows().stream()
                .map(row -> crowd.named(Integer.toString(((Activity) row).pid())))
                .filter(name -> !name.matches("\\d+"))
                .toList();
    }

    private List<String> lines(Report<?> report) {
        return report.rows().stream()
                .map(row -> line((Activity) row))
                .filter(line -> !line.matches("\\d.*"))
                .toList();
    }

    private String line(Activity session) {
        return crowd.named(Integer.toString(session.pid())) + " "
                + session.backend().state() + ", written "
                + session.written()
                + (session.blockedBy().isEmpty()
                        ? ""
                        : crowd.named(", blocked by " + session.blockedBy().get(0)));
    }
}
