package dev.dbsh.app;

import dev.dbsh.command.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Shows on a terminal how far a command is, on one line that is gone when it ends. What is over at once shows nothing. */
final class ProgressLine implements Progress {
    private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(700);
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int PERCENT = 100;
    private static final int CELLS = 20;

    private final OutputStream terminal;
    private final LongSupplier nanoTime;

    /** @param nanoTime the time that goes by */
    ProgressLine(OutputStream terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public Going begin(String what, long all) {
        return new Line(what, all);
    }

    private final class Line implements Going {
        private final String what;
        private final long all;
        private final long begun = nanoTime.getAsLong();
        private long next = begun + FIRST;
        private long done;
        private boolean shown;

        Line(String what, long all) {
            this.what = what;
            this.all = all;
        }

        @Override
        public synchronized void more(long more) {
            done += more;
            long now = nanoTime.getAsLong();
            if (now - next >= 0 && done < all) {
                next = now + AGAIN;
                shown = true;
                write("\r\033[K" + words(now));
            }
        }

        // [#####...............]  25 %  2500 of 10000 sequences, 1250/s, 6 s left
        private String words(long now) {
            long filled = done * CELLS / all;
            double perSecond = done * SECOND / (now - begun);
            String bar = "#".repeat((int) filled) + ".".repeat((int) (CELLS - filled));
            return "[" + bar + "] " + done * PERCENT / all + " %  " + done + " of " + all + " " + what + ", "
                    + Math.round(perSecond) + "/s, " + (long) Math.ceil((all - done) / perSecond) + " s left";
        }

        @Override
        public synchronized void close() {
            if (shown) {
                shown = false;
                write("\r\033[K");
            }
        }
    }

    private void write(String text) {
        try {
            terminal.write(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
        } catch (IOException e) {
            // Nobody sees it then; the command goes on.
        }
    }
}
