package dev.dbsh.pg.connect;

/** Reads {@code key=value key='quoted value'}. */
final class KeyValues {
    private final String text;
    private final String origin;
    private final Parameters found = new Parameters();
    private int at;
    private String previous = "";

    KeyValues(String text, String origin) {
        this.text = text;
        this.origin = origin;
    }

    Parameters parse() {
        skipSpaces();
        while (at < text.length()) {
            readPair();
            skipSpaces();
        }
        return found;
    }

    private void readPair() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '=' && !isSpace(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        skipSpaces();
        if (at >= text.length() || text.charAt(at) != '=') {
            throw invalid(
                    "missing \"=\" after " + shown(word) + " in connection info string",
                    start,
                    "write it as name=value; a value with spaces goes into single quotes");
        }
        at++;
        skipSpaces();
        String value = at < text.length() && text.charAt(at) == '\'' ? readQuoted() : readPlain();
        store(word, value, start);
    }

    private void store(String word, String value, int start) {
        RefusedProperty.check(word);
        if (!ConnectionString.isKnown(word)) {
            throw invalid("invalid connection option " + shown(word), start, ConnectionString.suggestion(word));
        }
        ConnectionString.store(found, word, value, origin);
        previous = word;
    }

    private String readPlain() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !isSpace(text.charAt(at))) {
            readCharacter(value);
        }
        return value.toString();
    }

    private String readQuoted() {
        int open = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\'') {
            readCharacter(value);
        }
        if (at >= text.length()) {
            throw invalid("unterminated quoted string in connection info string", open, "close it with a single quote");
        }
        at++;
        return value.toString();
    }

    /** A backslash takes the next character as it is; at the very end it stands for nothing. */
    private void readCharacter(StringBuilder value) {
        if (text.charAt(at) == '\\') {
            at++;
        }
        if (at < text.length()) {
            value.append(text.charAt(at++));
        }
    }

    private String shown(String word) {
        boolean secret = Keyword.find(previous).map(Keyword::isSecret).orElse(false);
        return secret ? "the password" : '"' + word + '"';
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private static InvalidConnection invalid(String message, int index, String hint) {
        return new InvalidConnection(message + ", column " + (index + 1), hint);
    }
}
