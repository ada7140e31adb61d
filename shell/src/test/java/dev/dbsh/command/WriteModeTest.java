package dev.dbsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriteModeTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final WriteMode mode = new WriteMode(clock::get);

    @Test
    void isOffUntilAskedFor() {
        assertThat(mode.isOn()).isFalse();
        assertThat(mode.isOver()).isFalse();
        assertThat(mode.left()).isEmpty();
    }

    @Test
    void endsWhenItsTimeIsOver() {
        mode.on(Duration.ofMinutes(15), "INC-123");
        assertThat(mode.isOn()).isTrue();
        assertThat(mode.reason()).contains("INC-123");

        clock.addAndGet(Duration.ofMinutes(15).toNanos() - 1);
        assertThat(mode.left()).contains(Duration.ofNanos(1));
        assertThat(mode.isOn()).isTrue();

        clock.incrementAndGet();
        assertThat(mode.isOn()).isFalse();
        assertThat(mode.isOver()).isTrue();
        assertThat(mode.left()).contains(Duration.ZERO);
    }

    @Test
    void canBeGivenMoreTime() {
        mode.on(Duration.ofSeconds(10), null);
        clock.addAndGet(Duration.ofSeconds(9).toNanos());
        mode.on(Duration.ofSeconds(10), null);

        assertThat(mode.left()).contains(Duration.ofSeconds(10));
        assertThat(mode.reason()).isEmpty();
    }

    @Test
    void hasNoLimitForACall() {
        mode.on();
        clock.addAndGet(Duration.ofDays(30).toNanos());

        assertThat(mode.isOn()).isTrue();
        assertThat(mode.left()).isEmpty();
    }

    @Test
    void canBeSwitchedOff() {
        mode.on(Duration.ofSeconds(10), "test");
        mode.off();

        assertThat(mode.isOn()).isFalse();
        assertThat(mode.isOver()).isFalse();
        assertThat(mode.reason()).isEmpty();
    }
}
