package dev.dbsh.sql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** How psql reads a line from a backslash on. */
final class PsqlCommand {
    /** These take the rest of their line as it is. */
    private static final Set<String> OF_THE_LINE = Set.of("!", "copy", "ef", "ev", "h", "help", "sf", "sv");

    /** These do so when it begins with a pipe. */
    private static final Set<String> PIPED = Set.of("g", "gx", "o", "out", "w", "write");

    /** After these no part of the statement is left that they stand in. */
    private static final Set<String> ENDING = Set.of(
            "crosstabview",
            "e",
            "edit",
            "ef",
            "ev",
            "g",
            "gdesc",
            "gexec",
            "gset",
            "gx",
            "parse",
            "r",
            "reset",
            "sendpipeline",
            "watch");

    private final byte[] text;
    private final int from;
    private final int to;
    private final String name;
    private int at;

    private PsqlCommand(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.at = from + 1;
        skipName();
        this.name = new String(text, from + 1, at - from - 1, StandardCharsets.UTF_8);
    }

    /** The command whose backslash is at {@code from}. */
    static PsqlCommand at(byte[] text, int from, int endOfLine) {
        PsqlCommand command = new PsqlCommand(text, from, endOfLine);
        command.skipArguments();
        return command;
    }

    /** Where its arguments end: before the next backslash outside of quotes, or with the line. */
    int argumentsEnd() {
        return at;
    }

    /** Where the text goes on: behind two backslashes, which only end a command. */
    int end() {
        return at + 1 < to && text[at] == '\\' && text[at + 1] == '\\' ? at + 2 : at;
    }

    /** True when it sends or drops the statement that it stands in; after any other psql goes on with the statement. */
    boolean endsStatement() {
        return ENDING.contains(name);
    }

    /** True when it sends the statement, to which the data behind its line may belong. */
    boolean sends() {
        return name.startsWith("g");
    }

    /** True for a {@code \copy} whose data follows. */
    boolean copiesIn() {
        if (!name.equals("copy")) {
            return false;
        }
        List<Token> tokens = Tokens.of(new String(text, from + 1, at - from - 1, StandardCharsets.UTF_8), true);
        int parentheses = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            parentheses += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (parentheses == 0 && token.isWord("from") && (next.isWord("stdin") || next.isWord("stdout"))) {
                return true;
            }
        }
        return false;
    }

    private void skipName() {
        while (at < to && !CharacterClass.isSpace(text[at]) && text[at] != '\\') {
            at++;
        }
    }

    private void skipArguments() {
        if (OF_THE_LINE.contains(name) || (PIPED.contains(name) && isPiped())) {
            at = to;
        }
        while (at < to && text[at] != '\\') {
            byte c = text[at];
            at++;
            if (c == '\'' || c == '"' || c == '`') {
                skipQuoted(c);
            }
        }
    }

    private boolean isPiped() {
        int i = at;
        while (i < to && CharacterClass.isSpace(text[i])) {
            i++;
        }
        return i < to && text[i] == '|';
    }

    private void skipQuoted(byte mark) {
        while (at < to && text[at] != mark) {
            at += text[at] == '\\' && mark == '\'' ? 2 : 1;
        }
        at = Math.min(at + 1, to);
    }
}
