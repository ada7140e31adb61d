package dev.dbsh.advice;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.report.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that failed, in a session that can be asked about it.
 *
 * @param statement as it was typed
 */
record Mishap(Session session, SqlFailure cause, String statement) {
    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern PARTS = Pattern.compile(PART);
    private static final Pattern NAME = Pattern.compile(PART + "(?:\\s*\\.\\s*" + PART + ")*");
    private static final int MOST_WORDS = 500;

    Failure failure() {
        return cause.failure();
    }

    /** The parts of the name that the server points at, as it reads them; empty when it points at none. */
    List<String> pointedAt() {
        Integer position = failure().position();
        int length = statement.codePointCount(0, statement.length());
        if (position == null || position > length) {
            return List.of();
        }
        Matcher name = NAME.matcher(statement);
        name.region(statement.offsetByCodePoints(0, position - 1), statement.length());
        return name.lookingAt() ? parts(name.group()) : List.of();
    }

    /** Every word that could be a name, those in texts and comments too: what is not a name is not found either. */
    List<String> words() {
        Set<String> words = new LinkedHashSet<>(parts(statement));
        return words.stream().limit(MOST_WORDS).toList();
    }

    /** The word that the statement begins with, in upper case; of a WITH the one that it is about is not looked for. */
    String verb() {
        Matcher first = PARTS.matcher(statement);
        return first.find() ? first.group().toUpperCase(Locale.ROOT) : "";
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PARTS.matcher(text);
        while (part.find()) {
            String typed = part.group();
            boolean quoted = typed.charAt(0) == '"';
            parts.add(quoted ? typed.substring(1, typed.length() - 1).replace("\"\"", "\"") : Identifier.folded(typed));
        }
        return parts;
    }
}
