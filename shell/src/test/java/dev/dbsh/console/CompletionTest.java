package dev.dbsh.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.Waiting;
import java.util.List;
import java.util.Set;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompletionTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private Names names;

    @BeforeEach
    void load() {
        database.execute("create table orders (id serial)");
        database.execute("create table \"Order Lines\" ()");
        database.execute("create table \"select\" ()");
        database.execute("create view order_totals as select 1 as total");
        database.execute("create schema sales create table orders () create table invoices ()");
        database.execute("create schema \"Old Sales\" create table receipts ()");
        database.execute("create function order_total(int) returns int language sql as 'select 1'");
        database.execute("create table \"bad\nname\" ()");
        names = new Names(database::session);
        names.refresh();
        Waiting.until("the names are there", () -> !names.table(Set.of()).equals(NameTable.EMPTY));
    }

    @Test
    void mixedCaseNameIsFoundAndQuoted() {
        assertThat(offered("describe order l")).isEmpty();
        assertThat(offered("describe \"order l")).containsExactly("\"Order Lines\"");
        assertThat(offered("describe public.\"Or"))
                .containsExactly("public.\"Order Lines\"", "public.order_totals", "public.orders");
        assertThat(offered("describe public.Order_")).containsExactly("public.order_totals");
        assertThat(offered("describe sele")).containsExactly("\"select\"");
    }

    @Test
    void nameInSeveralSchemasIsQualified() {
        assertThat(offered("select * from orders")).containsExactly("public.orders", "sales.orders");
    }

    @Test
    void nameOutsideTheSearchPathIsQualified() {
        assertThat(offered("select * from inv")).containsExactly("sales.invoices");
        assertThat(offered("select * from rec")).containsExactly("\"Old Sales\".receipts");
    }

    @Test
    void schemaLeadsToItsNames() {
        assertThat(offered("select * from sal")).containsExactly("sales.");
        assertThat(offered("select * from sales.")).containsExactly("sales.invoices", "sales.orders");
        assertThat(offered("table \"old sales\".r")).containsExactly("\"Old Sales\".receipts");
    }

    @Test
    void lettersInOrderFindANameWhenNoneBeginsWithThem() {
        assertThat(offered("describe olin")).containsExactly("\"Order Lines\"");
        assertThat(offered("describe ivcs")).containsExactly("sales.invoices");
    }

    @Test
    void placeDecidesWhatIsOffered() {
        assertThat(offered("sequences ord")).containsExactly("orders_id_seq");
        assertThat(offered("sequences --table=orders")).containsExactly("public.orders", "sales.orders");
        assertThat(offered("sequences --table orders")).containsExactly("public.orders", "sales.orders");
        assertThat(offered("sequences --")).containsExactly("--behind", "--table");
        assertThat(offered("sequences --behind --")).containsExactly("--table");
        assertThat(offered("format j")).containsExactly("json");
        assertThat(offered("timing o")).containsExactly("on", "off");
        assertThat(offered("seq")).containsExactly("sequences");
        assertThat(offered("sequences ch")).containsExactly("check");
        assertThat(offered("watch sequences ch")).containsExactly("check");
        assertThat(offered("explain select order_tot")).contains("order_total(", "order_totals");
    }

    @Test
    void keywordsAndEveryNameAreOfferedInSql() {
        assertThat(offered("SEL")).containsExactly("SELECT");
        assertThat(offered("select 1 FRO")).containsExactly("FROM");
        assertThat(offered("select order_total")).containsExactlyInAnyOrder("order_total(", "order_totals");
        assertThat(offered("select pg_terminate_b")).containsExactly("pg_terminate_backend(");
        assertThat(offered("select * from orders o, inv")).containsExactly("sales.invoices");
        assertThat(offered("select 'from ord")).isEmpty();
    }

    @Test
    void nameWithControlCharacterIsWrittenInEscapesOrLeftOut() {
        assertThat(offered("table bad")).containsExactly("U&\"bad\\+00000aname\"");
        assertThat(offered("describe bad")).isEmpty();
    }

    @Test
    void nothingIsOfferedBeforeTheNamesAreThere() {
        Names none = new Names(() -> {
            throw new AssertionError("nobody asked for them");
        });

        assertThat(offers(none, "describe ord")).isEmpty();
        assertThat(offers(none, "seq")).containsExactly("sequences");
    }

    @Test
    void namesAreLoadedBesideAnExclusiveLock() throws Exception {
        try (var locker = database.connect()) {
            locker.setAutoCommit(false);
            TestDatabase.execute(locker, "lock table orders in access exclusive mode");
            TestDatabase.execute(locker, "alter sequence orders_id_seq increment by 2");
            Names beside = new Names(database::session);
            beside.refresh();
            Waiting.until("the names are there", () -> !beside.table(Set.of()).equals(NameTable.EMPTY));

            assertThat(offers(beside, "sequences ord")).containsExactly("orders_id_seq");
            locker.rollback();
        }
    }

    @Test
    void moreThanCanBeShownSaysSoAndHasNoCommonBeginning() {
        database.execute("do $$ begin for i in 1..300 loop execute 'create table many_'||i||'()'; end loop; end $$");
        names.refresh();
        Waiting.until("they are there", () -> offered("describe many_3").size() > 1);
        List<Candidate> candidates = candidates(names, "describe ma");

        assertThat(candidates).hasSize(AllOffered.MOST);
        assertThat(candidates.get(0).group()).isEqualTo("the first 200, type more letters");
        AllOffered matcher = new AllOffered();
        matcher.matches(candidates);
        assertThat(matcher.getCommonPrefix()).isEmpty();
    }

    @Test
    void searchPathIsReadAsTheServerReadsIt() {
        assertThat(SearchPath.schemas("\"$user\", Public,\"My, \"\"Schema\"", "app"))
                .containsExactly("pg_catalog", "app", "public", "My, \"Schema");
        assertThat(SearchPath.schemas("", "app")).containsExactly("pg_catalog");
    }

    private List<String> offered(String text) {
        return offers(names, text);
    }

    private static List<String> offers(Names names, String text) {
        return candidates(names, text).stream().map(Candidate::value).toList();
    }

    private static List<Candidate> candidates(Names names, String text) {
        return Tab.at(names, text, text.length());
    }
}
