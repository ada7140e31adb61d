package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import dev.dbsh.testing.PgBouncer;
import dev.dbsh.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** COPY in both directions: what may happen in the middle, and that the session lives on. */
class CopyingTest {
    private static final String IN = "copy numbers from stdin";

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private Session session;

    @BeforeEach
    void connect() {
        database.execute("create table numbers (n integer)");
        session = database.writer(database.login());
        session.server();
    }

    @Test
    void cancelReachesACopyThatWaitsForItsData() throws IOException {
        PipedOutputStream open = new PipedOutputStream();
        InputStream endless = new PipedInputStream(open);
        open.write("1\n2\n".getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Long> copying =
                CompletableFuture.supplyAsync(() -> session.run(IN, StatementKind.OTHER, new Copy(endless)));
        database.await(
                "select exists (select from pg_stat_activity where state = 'active' and wait_event = 'ClientRead'"
                        + " and query = '" + IN + "')");

        assertThat(session.stop(Patience.OF_A_PERSON, text -> {})).isTrue();

        assertThatThrownBy(copying::join).cause().isInstanceOfSatisfying(SqlFailure.class, e -> {
            assertThat(e.sqlState()).isEqualTo("57014");
            assertThat(e.isCancelled()).isTrue();
            assertThat(e.isConnectionLost()).isFalse();
        });
        open.close();
        assertLivesOn("0");
    }

    @Test
    void cancelReachesACopyOut() {
        CompletableFuture<Long> copying = CompletableFuture.supplyAsync(
                () -> session.run("copy (select pg_sleep(600)) to stdout", StatementKind.QUERY, new Copy(null)));
        database.await("select exists (select from pg_stat_activity where wait_event = 'PgSleep'"
                + " and datname = current_database())");

        assertThat(session.stop(Patience.OF_A_PERSON, text -> {})).isTrue();

        assertThatThrownBy(copying::join)
                .cause()
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.sqlState()).isEqualTo("57014"));
        assertLivesOn("0");
    }

    @Test
    void noticeForEveryRowHoldsNobodyUp() {
        database.execute("create function tell() returns trigger language plpgsql as $$ begin"
                + " raise notice 'row % %', new.n, repeat('-', 500); return new; end $$");
        database.execute("create trigger tell before insert on numbers for each row execute function tell()");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            rows.append(i).append('\n');
        }
        Copy copy = new Copy(new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(session.run(IN, StatementKind.OTHER, copy)).isEqualTo(30_000);

        assertThat(copy.notices).hasSize(101);
        assertThat(copy.notices.get(100)).isEqualTo("29900 more of these were raised and are not shown");
        assertLivesOn("30000");
    }

    @Test
    void errorEndsItWhileTheDataGoesOn() {
        InputStream endless = new InputStream() {
            private boolean even;

            @Override
            public int read() {
                even = !even;
                return even ? 'x' : '\n';
            }
        };

        assertThatThrownBy(() -> session.run(IN, StatementKind.OTHER, new Copy(endless)))
                .isInstanceOfSatisfying(
                        SqlFailure.class, e -> assertThat(e.sqlState()).isEqualTo("22P02"));
        assertLivesOn("0");
    }

    @Test
    void dataThatCannotBeReadIsItsOwnFailure() {
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at++ < 100_000) {
                    return at % 2 == 0 ? '\n' : '7';
                }
                throw new IOException("bad sector");
            }
        };

        assertThatThrownBy(() -> session.run(IN, StatementKind.OTHER, new Copy(broken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bad sector");
        assertLivesOn("0");
    }

    @Test
    void whoeverCannotTakeTheRowsFailsAndNotTheSession() {
        Copy full = new Copy(null) {
            @Override
            public void copied(byte[] bytes, int from, int length) {
                throw new IllegalStateException("no space");
            }
        };

        assertThatThrownBy(() ->
                        session.run("copy (select generate_series(1, 100000000)) to stdout", StatementKind.QUERY, full))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no space");
        assertThat(session.transaction()).isEqualTo(TransactionState.NONE);
        assertLivesOn("0");
    }

    @Test
    void poolerCopiesToo() {
        Assumptions.assumeThat(PgBouncer.isInstalled()).isTrue();
        try (PgBouncer bouncer = PgBouncer.before(database.login())) {
            Session pooled = database.session(bouncer.login());
            Copy copy = new Copy(null);

            assertThat(pooled.run("copy (select 1 union all select 2) to stdout", StatementKind.QUERY, copy))
                    .isEqualTo(2);
            assertThat(copy.out.toString(StandardCharsets.UTF_8)).isEqualTo("1\n2\n");
            pooled.close();
        }
    }

    private void assertLivesOn(String rows) {
        Copy count = new Copy(null);
        session.run("copy (select count(*) from numbers) to stdout", StatementKind.QUERY, count);
        assertThat(count.out.toString(StandardCharsets.UTF_8)).isEqualTo(rows + "\n");
        assertThat(session.run(IN, StatementKind.OTHER, new Copy(new ByteArrayInputStream(new byte[] {'8', '\n'}))))
                .isEqualTo(1);
    }

    private static class Copy implements Results {
        private final InputStream in;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<String> notices = new ArrayList<>();

        Copy(InputStream in) {
            this.in = in;
        }

        @Override
        public boolean isCopy() {
            return true;
        }

        @Override
        public void columns(List<ResultColumn> columns) {
            throw new AssertionError(columns);
        }

        @Override
        public void row(ResultRow row) {
            throw new AssertionError(row);
        }

        @Override
        public void notice(Failure notice) {
            notices.add(notice.message());
        }

        @Override
        public void copied(byte[] bytes, int from, int length) {
            out.write(bytes, from, length);
        }

        @Override
        public InputStream copying() {
            return in;
        }
    }
}
