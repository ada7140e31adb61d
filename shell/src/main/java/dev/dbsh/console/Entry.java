package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.console.cursor.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command or statement that the cursor is in.
 *
 * @param start where it begins; for the first word, where that one does
 */
record Entry(Kind kind, int start) {

    /** How it is to be understood. */
    enum Kind {
        /** Nothing but the word at the cursor. */
        FIRST_WORD,
        COMMAND,
        SQL,
        /** Begins with a word of commands and of statements. */
        EITHER
    }

    static Entry at(String text, int cursor, CommandTable commands) {
        Units units = new Units(text);
        while (units.hasNext() && units.start() < cursor) {
            Entry entry = beginning(text, units.start(), cursor, commands);
            int end = entry.kind == Kind.COMMAND ? units.endOfLine() : units.endOfStatement();
            if (cursor <= end) {
                return entry;
            }
            units.goOn(end);
        }
        boolean blank = text.substring(units.end(), cursor).isBlank();
        return blank ? new Entry(Kind.FIRST_WORD, cursor) : new Entry(Kind.SQL, units.end());
    }

    private static Entry beginning(String text, int start, int cursor, CommandTable commands) {
        String first = firstWord(text, start);
        if (start + first.length() >= cursor) {
            return new Entry(Kind.FIRST_WORD, start);
        }
        if (!commands.isCommandWord(first)) {
            return new Entry(Kind.SQL, start);
        }
        @Nullable Entry rest = rest(text, start, cursor, commands);
        if (rest != null) {
            return rest;
        }
        return new Entry(Vocabulary.beginsStatement(first) ? Kind.EITHER : Kind.COMMAND, start);
    }

    private static String firstWord(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ";('\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The SQL, or the other command, that a command takes as the rest of its line; null when it takes none. */
    private static @Nullable Entry rest(String text, int start, int cursor, CommandTable commands) {
        List<Word> words = Words.of(withoutQuotes(text.substring(start, cursor)));
        CommandTable.@Nullable Match match = commands.match(words).orElse(null);
        if (match == null) {
            return null;
        }
        List<Parameter> parameters = match.command().signature().parameters();
        Parameter last = parameters.isEmpty() ? null : parameters.get(parameters.size() - 1);
        if (last == null || last.takes() != Parameter.Takes.REST) {
            return null;
        }
        List<Word> plain = words.subList(match.words(), words.size()).stream()
                .filter(word -> !word.text().startsWith("--"))
                .toList();
        int index = parameters.size() - 1;
        if (index > plain.size()) {
            return null;
        }
        int at = index == plain.size() ? cursor : start + plain.get(index).start();
        return switch (last.completion()) {
            case NONE -> new Entry(Kind.SQL, at);
            case COMMANDS -> at == cursor ? new Entry(Kind.FIRST_WORD, at) : beginning(text, at, cursor, commands);
            default -> null;
        };
    }

    // What is quoted stands in the rest, or in a value that is no name of a command.
    private static String withoutQuotes(String line) {
        return line.replace('\'', ' ').replace('"', ' ');
    }
}
