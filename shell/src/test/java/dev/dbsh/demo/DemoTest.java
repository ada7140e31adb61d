package dev.dbsh.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of the incident, which other tests and the documentation count on. */
@Timeout(120)
class DemoTest {
    private static Demo demo;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        demo = Demo.start(EmbeddedPostgresTest.BINARIES, progress -> {});
        connection = demo.login().open("test");
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    // behind: the next value is one that the tables have passed already
    private static final String SEQUENCES = """
            # sequence                     | state    | next       | furthest   | table                  | column
            public.orders_id_seq           | behind   | 1042       | 1187       | orders                 | id
            public.customers_id_seq        | behind   | 1          | 240        | customers              | id
            public.invoices_id_seq         | behind   | 301        | 310        | invoices               | id
            public."Order Lines_id_seq"    | behind   | 2400       | 2400       | "Order Lines"          | id
            public.refunds_id_seq          | behind   | 12         | 12         | refunds                | id
            public.adjustments_id_seq      | behind   | -31        | -40        | adjustments            | id
            public.receipts_id_seq         | behind   | 483        | 500        | receipts               | id
            public.document_number_seq     | behind   | 31         | 50         | credit_notes           | number
            legacy.ticket_seq              | behind   | 61         | 77         | support_tickets        | id
            public.payments_id_seq         | behind   | 701        | 800        | payments               | id
            public.click_events_id_seq     | near_end | 2147483601 | 2147483600 | click_events           | id
            public.price_changes_id_seq    | near_end | 32701      | 32700      | price_changes          | id
            public.coupons_id_seq          | spent    | 5001       | 5000       | coupons                | id
            public.pickup_number_seq       | cycle    | 413        | 420        | pickups                | number
            public.shipments_id_seq        | ahead    | 1001       | 90         | shipments              | id
            public.products_id_seq         | ok       | 61         | 60         | products               | id
            public.suppliers_id_seq        | ok       | 1          | -          | suppliers              | id
            public.carts_id_seq            | ok       | 501        | -          | carts                  | id
            m10_recovery.outbox_id_seq     | ok       | 631        | 630        | m10_recovery.outbox    | id
            m10_recovery.replay_log_id_seq | ok       | 4          | 3          | m10_recovery.replay_log | id
            m10_recovery.dead_letter_archive_id_seq | ok | 5       | 4          | m10_recovery.dead_letter_archive | id
            m10_recovery.work_queue_id_seq | ok       | 1          | -          | m10_recovery.work_queue | id
            """;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = SEQUENCES, delimiter = '|', quoteCharacter = '\'', nullValues = "-")
    void everySequenceStandsWhereTheIncidentPutsIt(
            String sequence, String state, long next, Long furthest, String table, String column) throws SQLException {
        String end = next < 0 ? "min" : "max";

        assertThat(rows("select s.last_value + case when s.is_called then q.seqincrement else 0 end from " + sequence
                        + " s, pg_sequence q where q.seqrelid = '" + sequence + "'::regclass"))
                .containsExactly(Long.toString(next));
        assertThat(rows("select " + end + "(" + column + ") from " + table))
                .containsExactly(furthest == null ? null : furthest.toString());
    }

    @Test
    void noOtherSequenceExists() throws SQLException {
        assertThat(rows("select count(*) from pg_sequences"))
                .containsExactly(Long.toString(SEQUENCES.lines().count() - 1));
    }

    @Test
    void quotesAndCreditNotesShareTheirNumbers() throws SQLException {
        assertThat(rows("select max(number) from quotes")).containsExactly("30");
    }

    @Test
    void ddlQueuesBehindAnIdleTransactionAndReadersBehindTheDdl() throws SQLException {
        assertThat(blockers("deploy-job")).containsExactly("checkout-web");
        assertThat(blockers("stock-report")).containsExactly("deploy-job");
        assertThat(blockers("storefront")).containsExactly("deploy-job");
        assertThat(blockers("admin-ui")).containsExactly("deploy-job");
        assertThat(rows("select state from pg_stat_activity where application_name = 'checkout-web'"))
                .containsExactly("idle in transaction");
    }

    @Test
    void idleSessionHoldsAnAdvisoryLockThatAnotherWaitsFor() throws SQLException {
        assertThat(blockers("invoice-run-2")).containsExactly("invoice-run");
        assertThat(rows("select state from pg_stat_activity where application_name = 'invoice-run'"))
                .containsExactly("idle");
    }

    @Test
    void preparedTransactionBlocksWithoutAnySession() throws SQLException {
        assertThat(rows("select gid from pg_prepared_xacts")).containsExactly("order-service:17");
        assertThat(rows("select pg_blocking_pids(pid) from pg_stat_activity where application_name = 'warehouse-sync'"))
                .containsExactly("{0}");
    }

    @Test
    void reportKeepsItsSnapshotOpen() throws SQLException {
        assertThat(rows("select state from pg_stat_activity"
                        + " where application_name = 'nightly-report' and backend_xmin is not null"))
                .containsExactly("idle in transaction");
    }

    @Test
    void failedMigrationLeavesAnInvalidIndexAndAnEntry() throws SQLException {
        assertThat(rows("select version from flyway_schema_history where not success"))
                .containsExactly("8");
        assertThat(rows("select indexrelid::regclass from pg_index where not indisvalid"))
                .containsExactly("customers_email_key");
    }

    @Test
    void twoConstraintsAreNotValidated() throws SQLException {
        assertThat(rows("select conname from pg_constraint where not convalidated order by 1"))
                .containsExactly("orders_total_not_negative", "refunds_order_id_fkey");
    }

    @Test
    void outboxHasABacklogWithFailedOnesAndStuckClaims() throws SQLException {
        String pending = "select count(*) from m10_recovery.outbox where processed_at is null";

        assertThat(rows(pending)).containsExactly("130");
        assertThat(rows(pending + " and retry_count > 3")).containsExactly("6");
        assertThat(rows(pending + " and claimed_until < now()")).containsExactly("2");
        assertThat(rows("select lock_name from m10_recovery.distributed_locks where expires_at < now()"))
                .containsExactly("stuck:lock");
        assertThat(rows("select count(*) from m10_recovery.dead_letter_archive"))
                .containsExactly("4");
        assertThat(rows("select count(*) from m10_recovery.replay_log")).containsExactly("3");
    }

    @Test
    void slotOfAStandbyThatIsGoneKeepsItsLog() throws SQLException {
        assertThat(rows("select slot_name from pg_replication_slots where not active and restart_lsn is not null"))
                .containsExactly("standby_berlin");
    }

    @Test
    void accountOnCallIsNoSuperuserAndSeesEverySession() throws SQLException {
        assertThat(rows("select rolsuper from pg_roles where rolname = current_user"))
                .containsExactly("f");
        assertThat(rows("select count(*) from pg_stat_activity where query = '<insufficient privilege>'"))
                .containsExactly("0");
    }

    @Test
    void accountOnCallMayMoveEverySequence() throws SQLException {
        assertThat(rows("select sequencename from pg_sequences where not has_sequence_privilege("
                        + "format('%I.%I', schemaname, sequencename), 'update')"))
                .isEmpty();
    }

    @Test
    void greetingFitsTwelveLines() {
        assertThat(demo.greeting().lines()).hasSizeBetween(8, 12);
        assertThat(demo.greeting()).doesNotContain(demo.login().password());
    }

    @Test
    void passwordFileIsForItsOwnerOnly() throws Exception {
        Path file = Path.of(demo.greeting().replaceAll("(?s).*PGPASSFILE=(\\S+).*", "$1"));

        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(file).content().contains(demo.login().password());
    }

    @Test
    void installedProductRefusesInOneSentence(@TempDir Path installed) {
        assertThatThrownBy(() -> Demo.start(installed.resolve("pg"), progress -> {}))
                .isInstanceOf(DemoFailure.class)
                .hasMessage("the demo's server is not part of an installed dbsh; "
                        + "in a checkout of its repository type: ./shell/dbsh demo");
    }

    private static List<String> blockers(String application) throws SQLException {
        return rows("select b.application_name from pg_stat_activity w, unnest(pg_blocking_pids(w.pid)) pid,"
                + " pg_stat_activity b where b.pid = pid.pid and w.application_name = '" + application + "'");
    }

    private static List<String> rows(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
