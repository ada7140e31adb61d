package dev.dbsh.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds where statements end, by the server's lexical rules: a semicolon counts only outside strings, quoted names,
 * dollar quotes, comments, parentheses and {@code BEGIN ATOMIC} bodies.
 */
public final class SqlText {
    /** What {@link #end} answers when the text stops before the statement does. */
    public static final int OPEN = -1;

    private final String text;
    private int at;
    private int parentheses;
    private int blocks;
    private int words;
    private boolean routine;
    private boolean openComment;

    private SqlText(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** The index just after the semicolon that ends the statement starting at {@code from}; {@link #OPEN} if none. */
    public static int end(String text, int from) {
        return new SqlText(text, from).end();
    }

    /** The index of the first character at or after {@code from} that is neither white space nor comment. */
    public static int start(String text, int from) {
        return pastBlanks(text, from).at;
    }

    /** True when nothing follows but white space and comments, and the last comment is not closed. */
    public static boolean isOpenComment(String text, int from) {
        return pastBlanks(text, from).openComment;
    }

    private static SqlText pastBlanks(String text, int from) {
        SqlText scan = new SqlText(text, from);
        while (scan.at < text.length() && scan.skipBlank()) {
            // skipBlank moves on
        }
        return scan;
    }

    /** The word that begins at {@code from}, in upper case; empty when none does. */
    public static String word(String text, int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toUpperCase(Locale.ROOT);
    }

    /** The words of a statement in upper case, without what stands in strings and comments; quoted names as they are. */
    static List<String> words(String text) {
        SqlText scan = new SqlText(text, 0);
        List<String> found = new ArrayList<>();
        while (scan.at < text.length()) {
            int from = scan.at;
            if (scan.skipBlank()) {
                continue;
            }
            boolean closed = scan.step();
            String token = text.substring(from, scan.at);
            if (isNameStart(token.charAt(0)) && token.indexOf('\'') < 0) {
                found.add(token.toUpperCase(Locale.ROOT));
            } else if (token.charAt(0) == '"' && closed) {
                found.add(token.substring(1, token.length() - 1).toUpperCase(Locale.ROOT));
            }
        }
        return found;
    }

    private int end() {
        while (at < text.length()) {
            if (text.charAt(at) == ';' && parentheses == 0 && blocks == 0) {
                return at + 1;
            }
            if (!skipBlank() && !step()) {
                return OPEN;
            }
        }
        return OPEN;
    }

    /** Moves past one blank or one comment; an open comment runs to the end of the text. */
    private boolean skipBlank() {
        if (Character.isWhitespace(text.charAt(at))) {
            at++;
            return true;
        }
        if (text.startsWith("--", at)) {
            skipLine();
            return true;
        }
        if (text.startsWith("/*", at)) {
            skipComment();
            return true;
        }
        return false;
    }

    // To the server a carriage return ends the line as well.
    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipComment() {
        int depth = 0;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
        openComment = true;
    }

    /** Moves past one token; false when it is a quote that the text does not close. */
    private boolean step() {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            return quoted(false);
        }
        if (c == '$') {
            return dollarQuoted();
        }
        if (isNameStart(c)) {
            return name();
        }
        if (c == '(') {
            parentheses++;
        } else if (c == ')' && parentheses > 0) {
            parentheses--;
        }
        at++;
        return true;
    }

    private boolean quoted(boolean backslashes) {
        char quote = text.charAt(at++);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && backslashes) {
                at++;
            } else if (c == quote) {
                if (at < text.length() && text.charAt(at) == quote) {
                    at++;
                } else {
                    return true;
                }
            }
        }
        at = text.length();
        return false;
    }

    private boolean dollarQuoted() {
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end)) && text.charAt(end) != '$') {
            end++;
        }
        boolean opens = end < text.length() && text.charAt(end) == '$' && !Character.isDigit(text.charAt(at + 1));
        if (!opens) {
            at++;
            return true;
        }
        String tag = text.substring(at, end + 1);
        int close = text.indexOf(tag, end + 1);
        at = close < 0 ? text.length() : close + tag.length();
        return close >= 0;
    }

    private boolean name() {
        int from = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        if (at == from + 1 && at < text.length() && text.charAt(at) == '\'') {
            char prefix = Character.toLowerCase(text.charAt(from));
            if (prefix == 'e') {
                return quoted(true);
            }
        }
        count(text.substring(from, at).toUpperCase(Locale.ROOT));
        return true;
    }

    // As psql counts: only a routine's definition has a body whose semicolons are its own.
    private void count(String word) {
        words++;
        if (words == 1) {
            routine = word.equals("CREATE");
        } else if (words <= 4 && routine && (word.equals("FUNCTION") || word.equals("PROCEDURE"))) {
            words = Integer.MIN_VALUE;
        } else if (words >= 0 && words <= 4 && routine && !word.equals("OR") && !word.equals("REPLACE")) {
            routine = false;
        }
        if (words < 0 && routine) {
            countBlock(word);
        }
    }

    private void countBlock(String word) {
        if (word.equals("BEGIN") || (word.equals("CASE") && blocks > 0)) {
            blocks++;
        } else if (word.equals("END") && blocks > 0) {
            blocks--;
        }
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c >= 0x80;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c) || c == '$';
    }
}
