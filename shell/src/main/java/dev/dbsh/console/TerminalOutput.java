package dev.dbsh.console;

import dev.dbsh.command.Settings;
import dev.dbsh.render.Output;
import dev.dbsh.render.VisibleBytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports on the terminal. One that is longer than the screen goes through the pager; until that is decided its
 * beginning is held back.
 */
public final class TerminalOutput implements Output {
    private final Screen screen;
    private final Settings settings;
    private final StringBuilder held = new StringBuilder();
    private final VisibleBytes visible = new VisibleBytes(this);
    private int heldRows;
    private int column;
    private Way way = Way.UNDECIDED;
    private volatile @Nullable Pager pager;

    private enum Way {
        UNDECIDED,
        DIRECT,
        PAGED,
        /** The pager was left: the rest of the report is not wanted. */
        UNWANTED
    }

    public TerminalOutput(Screen screen, Settings settings) {
        this.screen = screen;
        this.settings = settings;
    }

    @Override
    public @Nullable Integer width() {
        return Math.max(0, screen.device().getWidth());
    }

    @Override
    public @Nullable Integer height() {
        int height = screen.device().getHeight();
        return screen.isDumb() || height <= 0 ? null : (Integer) height;
    }

    /** True while the pager has the terminal, and with it Ctrl-C. */
    boolean isPaging() {
        return pager != null;
    }

    /** Ends a pager that is still open, for a process that ends by a signal. */
    void abandon() {
        Pager open = pager;
        if (open != null) {
            open.abandon();
        }
    }

    @Override
    public TerminalOutput append(CharSequence text) throws IOException {
        switch (way) {
            case UNDECIDED -> hold(text);
            case DIRECT -> writer().append(text);
            case PAGED -> page(text);
            case UNWANTED -> {}
        }
        return this;
    }

    @Override
    public TerminalOutput append(CharSequence text, int start, int end) throws IOException {
        return append(text.subSequence(start, end));
    }

    @Override
    public TerminalOutput append(char c) throws IOException {
        return append(String.valueOf(c));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        visible.write(bytes, from, length);
    }

    /** Shows what was held back too; such a report does without the pager. */
    @Override
    public void flush() throws IOException {
        switch (way) {
            case UNDECIDED -> {
                if (!held.isEmpty()) {
                    release();
                }
            }
            case PAGED -> page("");
            case DIRECT, UNWANTED -> {}
        }
        check();
    }

    @Override
    public boolean isLeft() {
        return way == Way.UNWANTED;
    }

    @Override
    public void endReport() throws IOException {
        visible.end();
        if (way == Way.UNDECIDED) {
            release();
        }
        Pager open = pager;
        if (open != null) {
            open.finish();
            pager = null;
        }
        way = Way.UNDECIDED;
        check();
    }

    private void hold(CharSequence text) throws IOException {
        held.append(text);
        count(text);
        if (!mayPage()) {
            release();
        } else if (heldRows >= screen.device().getHeight() - 1) {
            openPager();
        }
    }

    private boolean mayPage() {
        return settings.pager() && !screen.isDumb() && screen.device().getHeight() > 0;
    }

    private void release() {
        way = Way.DIRECT;
        writer().append(held);
        forget();
    }

    private void openPager() throws IOException {
        Optional<String> command = Pager.findCommand(System.getenv());
        if (command.isEmpty()) {
            release();
            return;
        }
        check();
        pager = Pager.start(command.get(), screen.device().encoding());
        way = Way.PAGED;
        String beginning = held.toString();
        forget();
        page(beginning);
    }

    private void page(CharSequence text) throws IOException {
        Pager open = pager;
        try {
            if (open != null) {
                open.write(text);
            }
            if (open != null && text.isEmpty()) {
                open.flush();
            }
        } catch (IOException e) {
            // Left with q: quiet, and not a failure of the report.
            way = Way.UNWANTED;
            pager = null;
            if (open != null) {
                open.finish();
            }
        }
    }

    private void forget() {
        held.setLength(0);
        heldRows = 0;
        column = 0;
    }

    // Rows of the screen: a line wider than the terminal takes several. Colours take no room.
    private void count(CharSequence text) {
        int width = Math.max(1, screen.device().getWidth());
        boolean inColour = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inColour) {
                inColour = c != 'm';
            } else if (c == '\033') {
                inColour = true;
            } else if (c == '\n') {
                heldRows++;
                column = 0;
            } else if (++column > width) {
                heldRows++;
                column = 1;
            }
        }
    }

    private PrintWriter writer() {
        return screen.device().writer();
    }

    private void check() throws IOException {
        if (writer().checkError()) {
            throw new IOException("the terminal cannot be written to");
        }
    }
}
