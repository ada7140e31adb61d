package dev.dbsh.demo;

import org.jspecify.annotations.Nullable;

/** The demo could not be brought up; the message says what to do about it. */
public final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        this(message, null);
    }

    DemoFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
