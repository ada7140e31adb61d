package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
    private static final Sql PART = Sql.of(SqlTest.class, "part.sql");

    @Test
    void nameThatLooksLikeAPlaceholderStaysAName() {
        Sql filled = PART.with("table", new QualifiedName("public", "{column}"))
                .with("column", new SimpleName(" union select 1 --"));

        assertThat(filled.text()).isEqualTo("select \" union select 1 --\", '{}' from \"public\".\"{column}\"");
    }

    @Test
    void orderOfNamesDoesNotMatter() {
        Sql one = PART.with("column", new SimpleName("{table}")).with("table", new QualifiedName("a", "b"));

        assertThat(one.text()).isEqualTo("select \"{table}\", '{}' from \"a\".\"b\"");
    }

    @Test
    void unionKeepsItsPartsApart() {
        Sql filled = PART.with("table", new QualifiedName("a", "b")).with("column", new SimpleName("c"));

        assertThat(Sql.unionAll(List.of(filled, filled)).text()).isEqualTo("""
                (select "c", '{}' from "a"."b")
                union all
                (select "c", '{}' from "a"."b")""");
    }

    @Test
    void unionTakesNoMoreNames() {
        Sql union = Sql.unionAll(List.of(PART));

        assertThatThrownBy(() -> union.with("column", new SimpleName("c"))).hasMessageContaining("no {column}");
    }
}
