package dev.dbsh.console;

import static java.util.stream.Collectors.joining;

/** Text that came from a stranger, made harmless for the terminal. */
final class Shown {
    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(isHidden(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
        return shown.toString();
    }

    /** The same for text of several lines. */
    static String lines(String text) {
        return text.lines().map(Shown::of).collect(joining("\n"));
    }

    /** True for what a terminal would obey or would not show: control, bidirectional and zero-width characters. */
    static boolean isHidden(char c) {
        return c < ' '
                || (c >= 0x7f && c <= 0x9f)
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
    }
}
