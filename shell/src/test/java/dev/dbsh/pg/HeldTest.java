package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HeldTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("drifted-sequences");

    @Test
    void transactionThatHasReadNoTableHoldsNobodyUp() {
        Session session = database.session();
        Typed.run(session, StatementKind.BEGIN, "begin");
        Typed.run(session, "select count(*) from pg_catalog.pg_class");

        assertThat(session.findHeld()).contains(new Held(List.of(), false, false, null));
        assertThat(session.findHeld().orElseThrow().isNothing()).isTrue();
        assertThat(session.findIdle()).isPresent();
        assertThat(session.transaction()).isEqualTo(TransactionState.OPEN);
        Typed.run(session, StatementKind.SESSION, "rollback");
        assertThat(session.findIdle()).isEmpty();
    }

    @Test
    void writerIsSeenWithWhatItLocks() {
        Session session = database.writer(database.login());
        Typed.run(session, StatementKind.BEGIN, "begin");
        Typed.run(session, StatementKind.OTHER, "delete from refunds");
        Typed.run(session, StatementKind.OTHER, "lock table orders in exclusive mode");

        Typed.run(session, "select pg_advisory_xact_lock(1)");

        assertThat(session.findHeld())
                .contains(new Held(
                        List.of(new QualifiedName("public", "orders"), new QualifiedName("public", "refunds")),
                        true,
                        true,
                        null));
        Typed.run(session, StatementKind.SESSION, "rollback");
    }

    @Test
    void readerHoldsUpWhoAltersItsTable() {
        Session session = database.session();
        Typed.run(session, StatementKind.SESSION, "set idle_in_transaction_session_timeout = '7 min'");
        session.takeStock();
        Typed.run(session, StatementKind.BEGIN, "begin");
        Typed.run(session, "select count(*) from orders");

        assertThat(session.findHeld())
                .contains(
                        new Held(List.of(new QualifiedName("public", "orders")), false, false, Duration.ofMinutes(7)));
        Typed.run(session, StatementKind.SESSION, "rollback");
    }

    @Test
    void whatIsLostCannotBeAsked() {
        Session session = database.session();
        session.close();

        assertThat(session.findHeld()).isEmpty();
    }
}
