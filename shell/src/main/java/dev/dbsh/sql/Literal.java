package dev.dbsh.sql;

/** What a name or string that is whole means to the server. */
final class Literal {
    private static final char DEFAULT_ESCAPE = '\\';

    private Literal() {}

    /** The word in lower case, which for the server concerns ASCII only. */
    static String folded(String word) {
        StringBuilder folded = null;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ('A' <= c && c <= 'Z') {
                folded = folded == null ? new StringBuilder(word) : folded;
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return folded == null ? word : folded.toString();
    }

    static boolean isUnicode(String literal) {
        return (literal.charAt(0) | 0x20) == 'u' && literal.charAt(1) == '&';
    }

    static String name(String literal) {
        return isUnicode(literal) ? unicode(literal, DEFAULT_ESCAPE) : between(literal, 1, false);
    }

    static String string(String literal, boolean standardStrings) {
        return switch (literal.charAt(0)) {
            case '$' -> {
                int body = literal.indexOf('$', 1) + 1;
                yield literal.substring(body, literal.length() - body);
            }
            case '\'' -> plain(literal, 1, standardStrings);
            case 'n', 'N' -> plain(literal, 2, standardStrings);
            case 'e', 'E' -> plain(literal, 2, false);
            // The server refuses them otherwise.
            case 'u', 'U' -> standardStrings ? unicode(literal, DEFAULT_ESCAPE) : literal;
            default -> between(literal, 2, false);
        };
    }

    /** The name or string after {@code U&}, in which that character begins an escape. */
    static String unicode(String literal, char escape) {
        String undone = UnicodeEscapes.undone(between(literal, 3, false), escape);
        return undone == null ? literal : undone;
    }

    private static String plain(String literal, int body, boolean standardStrings) {
        String text = between(literal, body, !standardStrings);
        String undone = standardStrings ? text : BackslashEscapes.undone(text);
        return undone == null ? literal : undone;
    }

    /** What stands between the quotes, with two quotes as one, and the parts of a string that goes on joined. */
    private static String between(String literal, int body, boolean backslashes) {
        char mark = literal.charAt(body - 1);
        StringBuilder text = new StringBuilder(literal.length());
        int at = body;
        while (at < literal.length()) {
            char c = literal.charAt(at++);
            if (c == '\\' && backslashes) {
                text.append(c).append(literal.charAt(at++));
            } else if (c != mark) {
                text.append(c);
            } else if (at < literal.length()) {
                if (literal.charAt(at) == mark) {
                    text.append(mark);
                }
                at = nextPart(literal, at);
            }
        }
        return text.toString();
    }

    /** Behind the quote that opens the next part; white space and comments stand before it. */
    private static int nextPart(String literal, int from) {
        int at = from;
        while (literal.charAt(at) != '\'' && literal.charAt(at) != '"') {
            if (literal.charAt(at) == '-') {
                while (literal.charAt(at) != '\n' && literal.charAt(at) != '\r') {
                    at++;
                }
            }
            at++;
        }
        return at + 1;
    }
}
