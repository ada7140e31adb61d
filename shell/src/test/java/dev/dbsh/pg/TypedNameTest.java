package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNameTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @ParameterizedTest
    @CsvSource(textBlock = """
                    orders               |        | orders
                    Orders               |        | orders
                    public.Orders        | public | orders
                    "Order Lines"        |        | Order Lines
                    Public."Order.Lines" | public | Order.Lines
                    "say ""yes""\"        |        | say "yes"
                    "A"."B"              | A      | B
                    ÄRGER                |        | Ärger
                    """, delimiter = '|', quoteCharacter = '`')
    void nameIsReadByTheRulesOfTheServer(String typed, String schema, String name) {
        TypedName read = TypedName.parse(typed);

        assertThat(read).isEqualTo(new TypedName(schema, name));
        assertThat(database.list("select unnest(parse_ident('" + typed + "'))"))
                .isEqualTo(schema == null ? List.of(read.name()) : List.of(read.schema(), read.name()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    a.b.c    | "a.b.c" has 3 parts; a name has one or two: schema.name
                    a.       | "a." has an empty name at column 3
                    .a       | ".a" has an empty name at column 1
                    ""       | ""\"" has an empty name at column 1
                    "open    | ""open" has a quote at column 1 that is not closed
                    a."open  | "a."open" has a quote at column 3 that is not closed
                    a"b"     | "a"b"" has a quote inside a name at column 1
                    "a"b     | ""a"b" has text after a quoted name at column 1
                    """, delimiter = '|', quoteCharacter = '`')
    void whatIsNoNameIsRefusedWithItsPlace(String typed, String message) {
        assertThatThrownBy(() -> TypedName.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void nameThatTheServerWouldCutIsRefused() {
        String longest = "é".repeat(31) + "x";

        assertThat(TypedName.parse(longest).name()).isEqualTo(longest);
        assertThatThrownBy(() -> TypedName.parse("public." + longest + "y"))
                .hasMessage("\"" + longest
                        + "y\" is longer than 63 bytes; the server would cut it and could mean another" + " object");
    }
}
