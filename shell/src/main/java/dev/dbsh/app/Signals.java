package dev.dbsh.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Lets INT, TERM and HUP end a batch call in good order. */
final class Signals {
    private static final long MOMENT = 300;

    private final Stop stop;
    private final Map<ExitCode, Object> before = new EnumMap<>(ExitCode.class);

    Signals(Stop stop) {
        this.stop = stop;
    }

    /**
     * Watches from a moment later on. Setting it up makes classes at run time, and a call that is over by then ends by
     * the signal all the same: with the JVM's own code for it, the server rolling back what is open.
     */
    void watch() {
        Thread thread = new Thread(this::registerLater, "dbsh-signals");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches at once: what may change something, or has to tidy up, must not end without a word. */
    void watchNow() {
        register();
    }

    /** Leaves them to the shell, which has ways of its own. */
    synchronized void leave() {
        before.forEach((code, handler) -> org.jline.utils.Signals.unregister(code.signal(), handler));
        before.clear();
    }

    private void registerLater() {
        try {
            TimeUnit.MILLISECONDS.sleep(MOMENT);
            register();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void register() {
        for (ExitCode code : new ExitCode[] {ExitCode.INTERRUPTED, ExitCode.TERMINATED, ExitCode.HUNG_UP}) {
            Runnable request = () -> stop.request(Stop.Request.signal(code));
            before.put(code, org.jline.utils.Signals.register(code.signal(), request));
        }
    }
}
