package dev.dbsh.app;

import dev.dbsh.command.CommandTable;
import dev.dbsh.query.SqlText;
import dev.dbsh.query.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What was typed, cut into what is run one by one: a line whose first word is a command, or SQL up to its semicolon.
 *
 * @param open the kind of the last unit when the text ends before it does
 */
record Script(List<Unit> units, boolean open) {

    /** How a unit is to be understood. */
    enum Kind {
        COMMAND,
        SQL
    }

    /** @param line where it begins, counted from 1 */
    record Unit(Kind kind, String text, int line) {}

    static Script of(String text, CommandTable table, Set<String> settings) {
        return new Cutter(text, table, settings).cut();
    }

    private static final class Cutter {
        private final String text;
        private final CommandTable table;
        private final Set<String> settings;
        private final List<Unit> units = new ArrayList<>();
        private boolean open;

        Cutter(String text, CommandTable table, Set<String> settings) {
            this.text = text;
            this.table = table;
            this.settings = settings;
        }

        Script cut() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isWhitespace(c) || c == ';') {
                    at++;
                } else if (c == '#') {
                    at = endOfLine(at);
                } else {
                    at = unit(at);
                }
            }
            return new Script(List.copyOf(units), open);
        }

        private int unit(int from) {
            int word = SqlText.start(text, from);
            if (word == text.length()) {
                open = SqlText.isOpenComment(text, from);
                return word;
            }
            String first = SqlText.word(text, word);
            if (first.equals("SQL") && isLower(word, 3)) {
                return sql(SqlText.start(text, word + 3));
            }
            boolean isSql = text.charAt(word) == '(' || SqlWords.beginsStatement(first);
            return isSql && !isSetting(first, word) ? sql(word) : command(word);
        }

        private boolean isLower(int from, int length) {
            return text.startsWith(text.substring(from, from + length).toLowerCase(Locale.ROOT), from);
        }

        // "set" alone, and with the name of one of our own settings, is the command; every other SET is SQL.
        private boolean isSetting(String first, int from) {
            if (!first.equals("SET") || !isLower(from, 3)) {
                return table.isCommandWord(first.toLowerCase(Locale.ROOT)) && !SqlWords.beginsStatement(first);
            }
            String[] words = text.substring(from, endOfLine(from)).split("[\\s;]+", 3);
            return words.length == 1 || words[1].isEmpty() || settings.contains(words[1]);
        }

        private int sql(int from) {
            int end = SqlText.end(text, from);
            if (end == SqlText.OPEN) {
                String rest = text.substring(from).strip();
                if (!rest.isEmpty()) {
                    units.add(new Unit(Kind.SQL, rest, line(from)));
                    open = true;
                }
                return text.length();
            }
            units.add(new Unit(Kind.SQL, text.substring(from, end - 1), line(from)));
            return end;
        }

        private int command(int from) {
            int end = endOfLine(from);
            String line = text.substring(from, end).strip();
            while (line.endsWith(";")) {
                line = line.substring(0, line.length() - 1).strip();
            }
            units.add(new Unit(Kind.COMMAND, line, line(from)));
            return end;
        }

        private int endOfLine(int from) {
            int newline = text.indexOf('\n', from);
            return newline < 0 ? text.length() : newline;
        }

        private int line(int at) {
            int line = 1;
            for (int i = 0; i < at; i++) {
                if (text.charAt(i) == '\n') {
                    line++;
                }
            }
            return line;
        }
    }
}
