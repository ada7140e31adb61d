package dev.dbsh.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.ReportCommand;
import dev.dbsh.command.Words;
import dev.dbsh.demo.Login;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogListsTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @Test
    void tablesAreCountedWithoutTouchingThem() throws SQLException {
        database.execute("create table orders (id int primary key, note text)");
        database.execute("insert into orders select g, repeat('x', 50) from generate_series(1, 1000) g");
        database.execute("create table days (day int) partition by range (day)");
        database.execute("create table days_1 partition of days for values from (1) to (10)");
        database.execute("insert into days select 1 from generate_series(1, 7)");
        database.execute("create view seen as select 1");
        database.execute("analyze");
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        TestDatabase.execute(holder, "lock table orders, days in access exclusive mode");

        List<TableEntry> tables = rows(new TableList(database.session()), "");

        holder.rollback();
        assertThat(tables)
                .extracting(entry -> entry.name().toString(), TableEntry::kind, TableEntry::rows)
                .containsExactly(
                        tuple("public.days", Kind.PARTITIONED_TABLE, 7L),
                        tuple("public.days_1", Kind.TABLE, 7L),
                        tuple("public.orders", Kind.TABLE, 1000L),
                        tuple("public.seen", Kind.VIEW, null));
        assertThat(tables.get(2).bytes())
                .isEqualTo(Long.parseLong(database.one("select pg_total_relation_size('orders')"))
                        - Long.parseLong(database.one("select pg_relation_size('orders', 'fsm')"))
                        - Long.parseLong(database.one("select pg_relation_size('orders', 'vm')")));
    }

    @Test
    void neverCountedIsNotZero() {
        database.execute("create table fresh (id int)");

        TableEntry fresh = this.<TableEntry>rows(new TableList(database.session()), "fresh")
                .get(0);

        assertThat(fresh.rows()).isNull();
        assertThat(fresh.bytes()).isNull();
    }

    @Test
    void patternAndSchemaNarrowTheList() {
        database.execute("create schema \"Odd\"");
        database.execute("create table \"Odd\".a_b (id int)");
        database.execute("create table \"Odd\".axb (id int)");
        database.execute("create function \"Odd\".twice(n int default 2) returns int language sql as 'select n * 2'");

        assertThat(this.<TableEntry>rows(new TableList(database.session()), "a_*"))
                .extracting(entry -> entry.name().toString())
                .containsExactly("\"Odd\".a_b");
        assertThat(rows(new TableList(database.session()), "--schema odd")).isEmpty();
        assertThat(rows(new TableList(database.session()), "--schema \"Odd\"")).hasSize(2);
        assertThat(this.<Function>rows(new FunctionList(database.session()), "tw*"))
                .containsExactly(
                        new Function(new QualifiedName("Odd", "twice"), "n integer DEFAULT 2", "integer", "function"));
    }

    @Test
    void whatTheRoleMayNotUseIsSaid() {
        database.execute("create schema hidden");
        database.execute("create table hidden.t (id int)");
        Login role = database.role("");

        Schema schema = this.<Schema>rows(new SchemaList(database.session(role)), "").stream()
                .filter(each -> each.name().equals("hidden"))
                .findFirst()
                .orElseThrow();
        TableEntry table =
                this.<TableEntry>rows(new TableList(database.session(role)), "").get(0);

        assertThat(schema.usable()).isFalse();
        assertThat(schema.tables()).isEqualTo(1);
        assertThat(table.readable()).isFalse();
    }

    @Test
    void sizesOfDatabasesAreToldToWhoMayConnect() {
        String name = database.one("select current_database()");
        database.execute("revoke connect on database " + name + " from public");
        Login stranger = database.role("");
        Login reader = database.role("in role pg_read_all_stats");
        database.execute("grant connect on database " + name + " to " + stranger.user() + ", " + reader.user());
        database.execute("update pg_database set datconnlimit = 7 where datname = '" + name + "'");

        assertThat(database(stranger, name).bytes()).isPositive();
        assertThat(database(stranger, name).connectionLimit()).isEqualTo(7);
        assertThat(database(stranger, "template0").allowed()).isFalse();
        assertThat(database(stranger, "template0").bytes()).isPositive();
        database.execute("revoke connect on database template0 from public");
        try {
            assertThat(database(stranger, "template0").bytes()).isNull();
            assertThat(database(reader, "template0").bytes()).isPositive();
        } finally {
            database.execute("grant connect on database template0 to public");
        }
    }

    private Database database(Login role, String name) {
        return this.<Database>rows(new DatabaseList(database.session(role)), "").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rolesTellTheirRightsAndGroups() {
        Login group = database.role("");
        Login role = database.role(
                "createdb connection limit 3 valid until '2030-01-02 03:04:05+00' in role pg_monitor, " + group.user());

        Role found = this.<Role>rows(new RoleList(database.session()), "").stream()
                .filter(each -> each.name().equals(role.user()))
                .findFirst()
                .orElseThrow();

        assertThat(found.rights()).isEqualTo(new Role.Rights(true, false, false, true, false, false));
        assertThat(found.memberOf()).containsExactly(group.user(), "pg_monitor");
        assertThat(found.connectionLimit()).isEqualTo(3);
        assertThat(found.validUntil()).isEqualTo("2030-01-02T03:04:05Z");
    }

    @SuppressWarnings("unchecked")
    private <R> List<R> rows(ReportCommand command, String typed) {
        Report<?> report = command.run(Arguments.of(command.signature(), Words.of(typed)));
        return (List<R>) report.rows();
    }
}
