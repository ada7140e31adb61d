package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.wire.ResultColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonValueTest {
    private static final int TIMESTAMPTZ = 1184;
    private static final String POINTS = """
            # the server's text            | ISO 8601
            2026-11-21 16:00:00+00         | 2026-11-21T16:00:00Z
            2026-11-21 16:00:00.123456+00  | 2026-11-21T16:00:00.123456Z
            2026-11-21 16:00:00.5+05:30    | 2026-11-21T10:30:00.5Z
            2026-11-21 00:00:00+01         | 2026-11-20T23:00:00Z
            2024-02-28 22:30:00-03:30      | 2024-02-29T02:00:00Z
            1883-11-18 12:53:28+00:53:28   | 1883-11-18T12:00:00Z
            2026-11-21 16:00:00            | 2026-11-21T16:00:00
            2026-11-21 16:00:00.25         | 2026-11-21T16:00:00.25
            0001-01-01 00:30:00+00         | 0001-01-01T00:30:00Z
            0001-01-01 00:30:00+01         | 0001-01-01 00:30:00+01
            9999-12-31 23:30:00-01         | 9999-12-31 23:30:00-01
            10000-01-01 00:00:00+00        | 10000-01-01 00:00:00+00
            0044-03-15 12:00:00 BC         | 0044-03-15 12:00:00 BC
            0044-03-15 12:00:00+00 BC      | 0044-03-15 12:00:00+00 BC
            infinity                       | infinity
            -infinity                      | -infinity
            21.11.2026 16:00:00 CET        | 21.11.2026 16:00:00 CET
            Sat Nov 21 16:00:00 2026 CET   | Sat Nov 21 16:00:00 2026 CET
            2026-13-41 16:00:00+01         | 2026-13-41 16:00:00+01
            """;

    @ParameterizedTest
    @CsvSource(textBlock = POINTS, delimiter = '|')
    void pointInTimeIsInUtcWhenItHasAZone(String text, String expected) {
        assertThat(JsonValue.of(text, new ResultColumn("at", TIMESTAMPTZ))).isEqualTo(expected);
    }

    @Test
    void typeDecidesWhatIsANumber() {
        assertThat(JsonValue.of("7", new ResultColumn("int8", 20))).isEqualTo(7L);
        assertThat(JsonValue.of("4294967295", new ResultColumn("oid", 26))).isEqualTo(4294967295L);
        assertThat(JsonValue.of("1e+22", new ResultColumn("float8", 701))).isEqualTo(1e22);
        assertThat(JsonValue.of("-Infinity", new ResultColumn("float4", 700))).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(JsonValue.of("1.50", new ResultColumn("numeric", 1700))).isEqualTo("1.50");
        assertThat(JsonValue.of("t", new ResultColumn("bool", 16))).isEqualTo(true);
        assertThat(JsonValue.of("7", new ResultColumn("text", 25))).isEqualTo("7");
        assertThat(JsonValue.of(null, new ResultColumn("int8", 20))).isNull();
    }
}
