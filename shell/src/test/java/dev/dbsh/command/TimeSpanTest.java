package dev.dbsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({
        "300ms, PT0.3S",
        "0s, PT0S",
        "5s, PT5S",
        "10m, PT10M",
        "10min, PT10M",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "999999999ms, PT277H46M39.999S"
    })
    void lengthIsWrittenAsANumberWithItsUnit(String text, Duration length) {
        assertThat(TimeSpan.parse(text)).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", "s", "5 s", "-5s", "1.5h", "5S", "5w", "1h30", "9999999999s", "soon"})
    void anythingElseIsRefusedWithTheFormsThatAreKnown(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOfSatisfying(Refusal.class, e -> {
            assertThat(e.kind()).isEqualTo(Refusal.Kind.USAGE);
            assertThat(e).hasMessage("\"" + text + "\" is no length of time");
            assertThat(e.failure().hint()).isEqualTo("write it as 300ms, 5s, 10m, 1h30m or 2d");
        });
    }
}
