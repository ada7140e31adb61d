package dev.dbsh.command;

import java.util.List;

/** What the operator may change about this dbsh, for as long as it runs. Not thread-safe; one thread types. */
public final class Settings {
    private final List<String> formats;
    private String format;
    private boolean timing;
    private boolean pager = true;
    private boolean leaving;
    private final WriteMode writeMode = new WriteMode();

    /** @param formats the words that name a format; the first one is set */
    public Settings(List<String> formats) {
        this.formats = List.copyOf(formats);
        this.format = formats.get(0);
    }

    public List<String> formats() {
        return formats;
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

    /** Whether raw SQL was allowed to write. */
    public WriteMode writeMode() {
        return writeMode;
    }

    /** True for the formats that a person reads, where a line more does no harm. */
    public boolean isForPeople() {
        return format.equals("table") || format.equals("vertical");
    }

    public boolean leaving() {
        return leaving;
    }

    /** Ends the shell after the command that runs now. */
    public void leave() {
        leaving = true;
    }
}
