package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void everyParameterThatIsNotUsedIsListedWithItsReason() {
        for (Keyword keyword : Keyword.values()) {
            boolean listed = Differences.all().stream()
                    .anyMatch(difference -> difference.subject().equals(keyword.word())
                            && difference.here().endsWith(": " + keyword.reason()));
            assertThat(listed).as(keyword.word()).isEqualTo(keyword.treatment() != Keyword.Treatment.USED);
        }
    }
}
