package dev.dbsh.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether raw SQL was allowed to write, for how long, and why. Measured by a clock that nobody sets; not kept beyond
 * this process. Not thread-safe; one thread types.
 */
public final class WriteMode {
    /** What to type to be allowed to write. */
    public static final String HINT = "write on at the prompt, --write in a call";

    private final LongSupplier nanos;
    private boolean asked;
    private @Nullable Long end;
    private @Nullable String reason;

    public WriteMode() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    public WriteMode(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Allows it for the whole call. */
    public void on() {
        asked = true;
        end = null;
        reason = null;
    }

    /** Allows it for that long. */
    public void on(Duration time, @Nullable String because) {
        asked = true;
        end = nanos.getAsLong() + time.toNanos();
        reason = because;
    }

    public void off() {
        asked = false;
        end = null;
        reason = null;
    }

    /** True when it was asked for and the time is not over. */
    public boolean isOn() {
        return asked && !isOver();
    }

    /** True when it was asked for and the time is over. */
    public boolean isOver() {
        return asked && left().map(Duration::isZero).orElse(false);
    }

    /** What is left, never below zero; empty when it is off or without a limit. */
    public Optional<Duration> left() {
        return end == null ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, end - nanos.getAsLong())));
    }

    /** Why, in the operator's words. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
