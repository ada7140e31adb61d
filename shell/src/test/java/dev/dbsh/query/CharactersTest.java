package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dbsh.command.Refusal;
import org.junit.jupiter.api.Test;

class CharactersTest {
    @Test
    void whatCannotBeSentIsPointedAt() {
        assertRefused("select 'é\ud83d\udd11\0'", "NUL cannot be part of a statement", 11);
        assertRefused("\ud83d", "half a surrogate pair is no character", 1);
        assertRefused("a\udd11b", "half a surrogate pair is no character", 2);
        assertRefused("\ud83d\udd11\ud83d\ud83d\udd11", "half a surrogate pair is no character", 2);
    }

    @Test
    void everyOtherCharacterCan() {
        assertThatCode(() -> Characters.check("select '\u0001\ufffd\ud83d\udd11\uffff'"))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(String statement, String message, int position) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Characters.check(statement));

        assertThat(refusal.failure().message()).isEqualTo(message);
        assertThat(refusal.failure().position()).isEqualTo(position);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.GUARD_RAIL);
    }
}
