package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.command.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final String ERASED = "\r\033[K";

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Progress progress = new ProgressLine(terminal, nanos::get);

    @Test
    void showsRateAndRestAndIsGoneAtTheEnd() {
        try (Progress.Going going = progress.begin("sequences", 10_000)) {
            pass(2_000);
            going.more(2_500);
            pass(1_000);
            going.more(1);
            assertThat(shown())
                    .isEqualTo(ERASED + "[#####...............] 25 %  2500 of 10000 sequences, 1250/s, 6 s left"
                            + ERASED + "[#####...............] 25 %  2501 of 10000 sequences, 834/s, 9 s left");
        }
        assertThat(shown()).endsWith(" left" + ERASED);
    }

    @Test
    void isNotDrawnMoreOftenThanItCanBeRead() {
        try (Progress.Going going = progress.begin("sequences", 100)) {
            pass(700);
            going.more(1);
            pass(199);
            going.more(1);
            assertThat(shown()).contains(" 1 of 100 ").doesNotContain(" 2 of 100 ");
            pass(1);
            going.more(1);
            assertThat(shown()).contains(" 3 of 100 ");
        }
    }

    @Test
    void whatIsOverAtOnceLeavesNoTrace() {
        try (Progress.Going going = progress.begin("sequences", 2)) {
            pass(699);
            going.more(1);
            pass(10_000);
            going.more(1);
        }
        assertThat(shown()).isEmpty();
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
