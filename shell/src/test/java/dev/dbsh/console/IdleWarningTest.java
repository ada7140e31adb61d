package dev.dbsh.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.pg.Held;
import dev.dbsh.pg.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdleWarningTest {
    private static final List<QualifiedName> ORDERS = List.of(new QualifiedName("public", "orders"));

    private final IdleWarning warning = new IdleWarning();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void minuteIsWaitedWhereTheServerWaitsForEver() {
        Held held = new Held(ORDERS, false, true, null);

        assertThat(after(1, held)).isEmpty();
        assertThat(after(29, held)).isEmpty();
        assertThat(after(31, held)).isEmpty();
        assertThat(after(59, held)).isEmpty();
        assertThat(after(61, held))
                .contains("warning: the open transaction has been idle for 61 s and holds locks on public.orders:"
                        + " commit; or rollback;");
        assertThat(after(300, held)).isEmpty();
        assertThat(after(361, held))
                .contains("warning: the open transaction has been idle for 361 s and holds locks on public.orders:"
                        + " commit; or rollback;");
        assertThat(asked).hasValue(3);
    }

    @Test
    void warningComesBeforeTheServerEndsTheSession() {
        assertThat(after(30, new Held(ORDERS, false, true, Duration.ofSeconds(60))))
                .contains("warning: the open transaction has been idle for 30 s and holds locks on public.orders;"
                        + " the server ends the session after 60 s: commit; or rollback;");
    }

    @Test
    void nobodyIsWarnedOfATransactionThatHoldsNothing() {
        Held nothing = new Held(List.of(), false, false, Duration.ofSeconds(60));

        assertThat(after(30, nothing)).isEmpty();
        assertThat(after(3_000, nothing)).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void nextTransactionIsLookedAtAnew() {
        after(30, new Held(List.of(), false, false, null));
        warning.after(Duration.ZERO, Optional::empty);

        assertThat(after(30, new Held(List.of(), false, true, Duration.ofSeconds(60))))
                .contains("warning: the open transaction has been idle for 30 s and has written; the server ends the"
                        + " session after 60 s: commit; or rollback;");
    }

    @Test
    void advisoryLockHoldsOthersUpToo() {
        assertThat(after(60, new Held(List.of(), true, false, null)))
                .contains("warning: the open transaction has been idle for 60 s and holds advisory locks: commit; or"
                        + " rollback;");
    }

    @Test
    void statementInTheSameTransactionStartsTheClockAnew() {
        assertThat(after(30, new Held(List.of(), false, false, null))).isEmpty();
        assertThat(after(5, new Held(ORDERS, false, true, null))).isEmpty();
        assertThat(after(30, new Held(ORDERS, false, true, null))).isEmpty();
        assertThat(after(60, new Held(ORDERS, false, true, null))).isPresent();
    }

    @Test
    void whatCannotBeSeenIsSaidInGoodTime() {
        assertThat(after(30, null))
                .contains("warning: the open transaction has been idle for 30 s and may hold locks, which cannot be"
                        + " seen now: commit; or rollback;");
    }

    @Test
    void threeNamesAreEnough() {
        List<QualifiedName> many = Stream.of("a", "b", "c", "d", "e")
                .map(name -> new QualifiedName("public", name))
                .toList();

        assertThat(after(60, new Held(many, false, true, null)).orElseThrow())
                .contains("holds locks on public.a, public.b, public.c and 2 more");
    }

    private Optional<String> after(int seconds, Held held) {
        return warning.after(Duration.ofSeconds(seconds), () -> {
            asked.incrementAndGet();
            return Optional.ofNullable(held);
        });
    }
}
