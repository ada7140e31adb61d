package dev.dbsh.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line that is a command into its words.
 *
 * <p>Single quotes group and mean nothing else; double quotes group and stay part of {@link Word#raw}; inside either,
 * the quote itself is written twice. No other character is special: no backslash, no history, no variables.
 */
public final class Words {
    private final String line;
    private final List<Word> words = new ArrayList<>();

    private Words(String line) {
        this.line = line;
    }

    /** Splits the line; a quote that is not closed is refused with its column. */
    public static List<Word> of(String line) {
        Words words = new Words(line);
        words.split();
        return words.words;
    }

    private void split() {
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
            } else {
                at = word(at);
            }
        }
    }

    private int word(int start) {
        StringBuilder text = new StringBuilder();
        StringBuilder raw = new StringBuilder();
        int at = start;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            char c = line.charAt(at);
            if (c == '\'' || c == '"') {
                at = quoted(at, text, raw);
            } else {
                text.append(c);
                raw.append(c);
                at++;
            }
        }
        words.add(new Word(text.toString(), raw.toString(), start));
        return at;
    }

    private int quoted(int open, StringBuilder text, StringBuilder raw) {
        char quote = line.charAt(open);
        StringBuilder inside = new StringBuilder();
        for (int at = open + 1; at < line.length(); at++) {
            if (line.charAt(at) != quote) {
                inside.append(line.charAt(at));
            } else if (at + 1 < line.length() && line.charAt(at + 1) == quote) {
                inside.append(quote);
                at++;
            } else {
                text.append(inside);
                raw.append(quote == '"' ? line.substring(open, at + 1) : inside);
                return at + 1;
            }
        }
        throw Refusal.usage(
                "the quote at column " + (open + 1) + " is not closed",
                "close it with " + quote + ", or write it twice to mean itself");
    }
}
