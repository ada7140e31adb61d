package dev.dbsh.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s, 0",
        "PT0.0000004S, <1ms, 0.0000004",
        "PT0.012S, 12ms, 0.012",
        "PT0.25S, 0.2s, 0.25",
        "PT5S, 5s, 5",
        "PT9.999S, 9.9s, 9.999",
        "PT34.5S, 34s, 34.5",
        "PT60S, 1m, 60",
        "PT5M3S, 5m 3s, 303",
        "PT2H5M59S, 2h 5m, 7559",
        "P1D, 1d, 86400",
        "P3DT4H59M, 3d 4h, 277140",
        "P400D, 400d, 34560000",
        "PT-34S, -34s, -34",
        "PT-0.5S, -0.5s, -0.5"
    })
    void durationIsShortForPeopleAndSecondsForMachines(Duration duration, String people, String machines) {
        assertThat(Notation.PEOPLE.of(duration)).isEqualTo(people);
        assertThat(Notation.MACHINES.of(duration)).isEqualTo(machines);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T13:50:00Z, 2026-11-21T13:50:00Z",
        "2026-11-21T13:50:07.25Z, 2026-11-21T13:50:07.250Z",
        "2026-11-21T00:00:00.000001Z, 2026-11-21T00:00:00.000001Z",
        "-0043-03-15T12:00:00Z, -0043-03-15T12:00:00Z"
    })
    void instantIsIsoInUtc(Instant instant, String written) {
        assertThat(Notation.PEOPLE.of(instant)).isEqualTo(written).isEqualTo(instant.toString());
        assertThat(Notation.MACHINES.of(instant)).isEqualTo(written);
    }

    @Test
    void listsAndMapsAreSeparatedByCommas() {
        Map<String, Object> locks = new LinkedHashMap<>();
        locks.put("orders", "AccessShareLock");
        locks.put("items", null);

        assertThat(Notation.PEOPLE.of(Arrays.asList("a", null, 3L))).isEqualTo("a, -, 3");
        assertThat(Notation.MACHINES.of(List.of("a", "b"))).isEqualTo("a,b");
        assertThat(Notation.PEOPLE.of(locks)).isEqualTo("orders=AccessShareLock, items=-");
    }

    @Test
    void numbersAreWrittenOut() {
        assertThat(Notation.MACHINES.of(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Notation.MACHINES.of(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void formatIsFoundByItsPublishedWordOnly() {
        assertThat(Format.words()).containsExactly("table", "vertical", "json", "csv", "markdown");
        assertThat(Format.find("csv")).contains(Format.CSV);
        assertThat(Format.find("CSV")).isEmpty();
        assertThat(Format.find("xml")).isEmpty();
    }
}
