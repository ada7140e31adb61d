package dev.dbsh.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Words;
import dev.dbsh.pg.Results;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.report.Column;
import dev.dbsh.report.Report;
import dev.dbsh.report.Section;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescribeTest {
    private static final String OBJECTS = """
            create table orders (
              id serial primary key,
              amount numeric(10, 2) not null default 0 check (amount >= 0),
              twice numeric generated always as (amount * 2) stored,
              "Mixed" text);
            create index orders_half on orders ((amount / 2)) where amount > 10;
            create table lines (order_id int references orders, number int generated always as identity);
            create function touch() returns trigger language plpgsql as 'begin return new; end';
            create trigger watched before update on orders for each row when (new.amount > 3) execute function touch();
            alter table orders enable row level security;
            create policy few on orders for select using (exists (select from lines where order_id = id));
            create view big as select id, amount from orders where amount > 100;
            create table days (day date not null) partition by range (day);
            create table days_2026 partition of days for values from ('2026-01-01') to ('2027-01-01');
            create schema shop;
            create table shop.carts (id int);
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @BeforeEach
    void fill() {
        database.execute(OBJECTS);
    }

    @Test
    void tableIsShownWithAllThatHangsOnIt() {
        Report<?> report = describe("orders");

        assertThat(text(report.columns(), report.rows())).isEqualTo("""
                id | integer | false | nextval('public.orders_id_seq'::regclass) | - | -
                amount | numeric(10,2) | false | 0 | - | -
                twice | numeric | true | (amount * (2)::numeric) | - | generated, stored
                "Mixed" | text | true | - | - | -""");
        assertThat(section(report, "indexes")).isEqualTo("""
                public.orders_pkey | [id] | primary key | true | CREATE UNIQUE INDEX orders_pkey ON public.orders USING btree (id)
                public.orders_half | [(expression)] | btree | true | CREATE INDEX orders_half ON public.orders USING btree (((amount / (2)::numeric))) WHERE (amount > (10)::numeric)""");
        assertThat(section(report, "constraints")).isEqualTo("""
                orders_pkey | primary key | true | PRIMARY KEY (id)
                orders_amount_check | check | true | CHECK ((amount >= (0)::numeric))""");
        assertThat(section(report, "referenced_by"))
                .isEqualTo(
                        "public.lines | lines_order_id_fkey | true | FOREIGN KEY (order_id) REFERENCES public.orders(id)");
        assertThat(section(report, "triggers"))
                .startsWith("watched | on | public.touch | CREATE TRIGGER watched BEFORE UPDATE ON public.orders");
        assertThat(section(report, "policies")).startsWith("few | select | true | [public] | (EXISTS ( SELECT");
        assertThat(section(report, "row_security")).isEqualTo("true | false | false");
        assertThat(report.ending().verdict()).startsWith("table public.orders: 4 columns, owned by ");
    }

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void lockedTableIsDescribedAtOnceButForWhatNeedsIt(int major) throws SQLException {
        try (TestDatabase other = TestDatabase.open(major, "every-kind-of-object")) {
            other.execute(OBJECTS.replace("orders", "bills")
                    .replace("lines", "parts")
                    .replace("days", "dates")
                    .replace("touch", "touched")
                    .replace("big", "large")
                    .replace("shop", "store"));
            Connection holder = other.connect();
            holder.setAutoCommit(false);
            TestDatabase.execute(holder, "lock table bills, parts, dates in access exclusive mode");
            Session session = other.session();

            Report<?> bills = describe(session, "bills");
            Report<?> large = describe(session, "large");
            Report<?> dates = describe(session, "dates");

            holder.rollback();
            assertThat(bills.ending().verdict()).endsWith("locked by another session now: definitions are left out");
            assertThat(bills.rows()).hasSize(4);
            assertThat(section(bills, "indexes")).contains("public.bills_half | [(expression)] | btree | true | -");
            assertThat(section(bills, "constraints"))
                    .contains("PRIMARY KEY (id)", "bills_amount_check | check | true | -");
            assertThat(section(large, "definition")).isEqualTo("-");
            assertThat(section(dates, "partitions"))
                    .isEqualTo("public.dates_2026 | FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
        }
    }

    @Test
    void policyThatNamesALockedTableIsLeftOutToo() throws SQLException {
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "lock table lines in access exclusive mode");

        Report<?> report = describe("orders");

        holder.rollback();
        assertThat(section(report, "policies")).isEqualTo("few | select | true | [public] | - | -");
    }

    @Test
    void waitingExclusiveLockCountsAsHeld() throws Exception {
        Connection reader = database.connect();
        reader.setAutoCommit(false);
        TestDatabase.execute(reader, "select from orders");
        Connection waiter = database.connect();
        Thread alter = new Thread(() -> TestDatabase.execute(waiter, "alter table orders add column more int"));
        alter.start();
        database.await("select exists (select from pg_locks where not granted and mode = 'AccessExclusiveLock')");

        Report<?> report = describe("orders");

        reader.rollback();
        alter.join();
        assertThat(report.ending().verdict()).contains("locked by another session now");
    }

    @Test
    void nameWithoutSchemaFollowsTheSearchPath() {
        database.execute("create table shop.orders (other int)");
        Session session = database.session();
        run(session, "set search_path = shop, public");

        assertThat(describe(session, "orders").ending().verdict()).startsWith("table shop.orders");
        assertThat(describe(session, "public.orders").ending().verdict()).startsWith("table public.orders");
        assertThat(describe(session, "lines").ending().verdict()).startsWith("table public.lines");
        assertThat(describe(session, "pg_class").ending().verdict()).startsWith("table pg_catalog.pg_class");
    }

    @Test
    void otherKindsSayWhatTheyAre() {
        assertThat(describe("orders_id_seq").ending().verdict()).startsWith("sequence public.orders_id_seq");
        assertThat(section(describe("orders_id_seq"), "sequence"))
                .isEqualTo("integer | 1 | 1 | 2147483647 | 1 | 1 | false");
        assertThat(describe("orders_half").ending().verdict()).startsWith("index public.orders_half");
        assertThat(section(describe("big"), "definition")).contains("FROM public.orders");
        assertThat(describe("days_2026").ending().verdict()).startsWith("partition public.days_2026");
        assertThat(section(describe("days_2026"), "parents")).startsWith("public.days | FOR VALUES FROM");
        assertThat(describe("touch").ending().verdict()).isEqualTo("1 function of that name");
    }

    @Test
    void whatTheRoleMayNotReadIsSaid() {
        Session session = database.session(database.role(""));

        assertThat(describe(session, "public.orders").ending().verdict()).contains("no select privilege for you");
        assertThat(describe(session, "shop.carts").ending().verdict()).contains("no select privilege for you");
    }

    @Test
    void unknownNameIsRefusedWithTheNearest() {
        assertRefused("ordrs", "did you mean describe public.orders?");
        assertRefused("carts", "did you mean describe shop.carts?");
        assertRefused("\"ORDERS\"", "did you mean describe public.orders?");
        assertRefused("public.order", "did you mean describe public.orders?");
        assertRefused("xyzzy", "type tables for all of them");
    }

    private void assertRefused(String name, String hint) {
        assertThatThrownBy(() -> describe(name)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_POSSIBLE);
            assertThat(refusal.failure().hint()).isEqualTo(hint);
        });
    }

    private Report<?> describe(String name) {
        return describe(database.session(), name);
    }

    private static Report<?> describe(Session session, String name) {
        Describe describe = new Describe(session);
        return describe.run(Arguments.of(describe.signature(), Words.of(name)));
    }

    private static void run(Session session, String sql) {
        session.run(sql, StatementKind.SESSION, Results.NOTHING);
    }

    private static String section(Report<?> report, String key) {
        Section<?> section = report.ending().sections().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + key));
        return text(section.columns(), section.rows());
    }

    @SuppressWarnings("unchecked")
    private static <R> String text(List<Column<R>> columns, List<?> rows) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> column.of((R) row))
                        .map(value -> value == null ? "-" : value.toString())
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }
}
