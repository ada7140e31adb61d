package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.Session;
import dev.dbsh.testing.InstalledPostgres;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a plan sends is what the server's own log has of it. */
class DryRunLogTest {
    private static final List<String> CHANGING = List.of("as handed_out", "setval(", "lock table", "alter sequence");

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void planSendsNothingThatMovesOrLocks() throws SQLException {
        Assumptions.assumeThat(InstalledPostgres.newest()).isPresent();
        try (InstalledPostgres server =
                InstalledPostgres.initialised(InstalledPostgres.newest().orElseThrow())) {
            server.start(List.of("log_statement=all", "fsync=off"));
            try (Connection connection = server.login().open("dbsh-test")) {
                TestDatabase.execute(connection, "create table a (id serial); insert into a values (7)");
                TestDatabase.execute(
                        connection, "create table wide (id bigserial); insert into wide values (90000000)");
            }
            try (Session session = database.session(server.login())) {
                Fixing.plan(session, "--all");
                Fixing.fix(session, "--all --dry-run");
                Fixing.fix(session, "a wide --sql");
                String planned = server.log();
                Fixing.fix(session, "--all");

                assertThat(planned).contains("s.last_value").doesNotContain(CHANGING);
                assertThat(server.log()).contains(CHANGING);
            }
        }
    }
}
