package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.render.Palette;
import dev.dbsh.report.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorLinesTest {
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final ErrorLines errors = new ErrorLines(stream, Palette.PLAIN);

    @Test
    void secondStopKeepsHowTheFirstHasEndedWhatRan() {
        errors.at(new FilePlace("a.sql", "statement 1 of 2"));
        errors.hush();
        errors.failure(Failure.of("canceling statement due to user request"));
        errors.hush();

        errors.stopped(Stop.Request.signal(ExitCode.TERMINATED), ExitCode.TERMINATED, "no");

        assertThat(stream.toString(StandardCharsets.UTF_8)).isEqualTo("""
                error: stopped by SIGTERM
                  detail: canceling statement due to user request
                  in:     a.sql (statement 1 of 2)
                dbsh: exit=143 changed=no at="a.sql (statement 1 of 2)"
                """);
    }
}
