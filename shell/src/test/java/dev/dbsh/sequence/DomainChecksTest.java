package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainChecksTest {
    private static final String CHECKS = """
            # type   | check                                    | low                  | high
            integer  | value > 0                                | 1                    | 2147483647
            integer  | value between 1 and 100                  | 1                    | 100
            integer  | value >= -5 and value < 5                | -5                   | 4
            bigint   | value < 9999999999                       | -9223372036854775808 | 9999999998
            numeric  | value <= 1000                            | -9223372036854775808 | 1000
            integer  | value = 7                                | 7                    | 7
            integer  | value > 0 or value < -100                | -2147483648          | 2147483647
            integer  | not (value > 0)                          | -2147483648          | 2147483647
            integer  | abs(value) < 5                           | -2147483648          | 2147483647
            integer  | value % 2 = 0 and value > 10             | 11                   | 2147483647
            integer  | value <> 3                               | -2147483648          | 2147483647
            integer  | (value > 0) is not false                 | -2147483648          | 2147483647
            """;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @ParameterizedTest
    @CsvSource(textBlock = CHECKS, delimiter = '|')
    void boundsAreReadAsTheServerWritesThem(String type, String check, long low, long high) throws SQLException {
        database.execute("create domain d as " + type + " check (" + check + ")");
        List<String> checks = database.list("select pg_get_constraintdef(oid) from pg_constraint where contypid <> 0"
                + " and contypid = 'd'::regtype");
        String name = database.one("select typname from pg_type where oid = '" + type + "'::regtype");

        assertThat(DomainChecks.narrow(Range.ofType(name), checks)).isEqualTo(new Range(low, high));
    }
}
