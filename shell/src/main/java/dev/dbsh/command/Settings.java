package dev.dbsh.command;

/** What the operator may change about this dbsh, for as long as it runs. Not thread-safe; one thread types. */
public final class Settings {
    private String format;
    private boolean timing;
    private boolean pager = true;
    private boolean leaving;

    /** @param format a word that {@code --format} takes */
    public Settings(String format) {
        this.format = format;
    }

    public String format() {
        return format;
    }

    public void format(String word) {
        format = word;
    }

    /** True when each report is followed by the time that it took. */
    public boolean timing() {
        return timing;
    }

    public void timing(boolean on) {
        timing = on;
    }

    /** True when a report longer than the screen goes through the pager. */
    public boolean pager() {
        return pager;
    }

    public void pager(boolean on) {
        pager = on;
    }

    public boolean leaving() {
        return leaving;
    }

    /** Ends the shell after the command that runs now. */
    public void leave() {
        leaving = true;
    }
}
