package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CancelledReadTest {
    private static final Sql SLEEP = Sql.of(SqlTest.class, "sleep.sql");
    private static final String SLEEPS = "select exists (select from pg_stat_activity where state = 'active'"
            + " and query like '%pg_sleep(30)%' and pid <> pg_backend_pid())";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void whatTheOperatorStoppedSaysSo() {
        Session session = database.session();
        CompletableFuture<SqlFailure> failure = sleeping(session);

        session.stop(Patience.OF_A_PERSON, text -> {});

        assertThat(failure.join().isCancelled()).isTrue();
        assertThat(session.transaction()).isEqualTo(TransactionState.NONE);
    }

    @Test
    void whatAnotherSessionStoppedDoesNot() {
        Session session = database.session();
        CompletableFuture<SqlFailure> failure = sleeping(session);

        database.execute("select pg_cancel_backend(" + session.server().backendPid() + ")");

        assertThat(failure.join().sqlState()).isEqualTo("57014");
        assertThat(failure.join().isCancelled()).isFalse();
    }

    private CompletableFuture<SqlFailure> sleeping(Session session) {
        CompletableFuture<SqlFailure> failure = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(SqlFailure.class, () -> session.list(Reads.CATALOG, SLEEP, row -> row)));
        database.await(SLEEPS);
        return failure;
    }
}
