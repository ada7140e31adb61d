package dev.dbsh.sequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message about a duplicate key says, in whatever language and wrapping it comes: a line of a log, also as CSV or
 * JSON, or an exception.
 *
 * @param words whatever may be a name in it
 * @param columns of the key; none when they are not told
 * @param values of the key, as many as columns; none when they are not told
 */
record LoggedKey(List<String> words, List<String> columns, List<String> values) {
    private static final Pattern ESCAPED = Pattern.compile("\\\\[nrt]|\\\\(?=\")|\"(?=\")");
    private static final Pattern QUOTES =
            Pattern.compile("[\"'`\u00ab\u00bb\u201c\u201d\u201e\u2018\u2019\u300c\u300d\\n]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern KEY = Pattern.compile("\\(([^()]+)\\)=\\((.*?)\\)");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\u00a0\\u202f]+|[\\s\\u00a0\\u202f]+$");
    private static final String BETWEEN = ", ";
    private static final int LONGEST_NAME = 63;
    private static final int MOST_WORDS = 1_000;

    LoggedKey {
        words = List.copyOf(words);
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /** @param parts the text, or the words that it was cut into */
    static LoggedKey of(List<String> parts) {
        String text = ESCAPED.matcher(String.join(" ", parts))
                .replaceAll(escaped -> escaped.group().length() == 2 ? "\n" : "");
        Set<String> words = new LinkedHashSet<>(parts);
        for (String line : text.split("\n", -1)) {
            int first = line.indexOf('"');
            int last = line.lastIndexOf('"');
            if (first < last) {
                // A quote in a name is not written twice in a message.
                words.add(line.substring(first + 1, last));
            }
        }
        QUOTES.splitAsStream(text)
                .map(piece -> AROUND.matcher(piece).replaceAll(""))
                .forEach(words::add);
        WORD.matcher(text).results().forEach(word -> words.add(word.group()));
        List<String> names = words.stream()
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_NAME)
                .limit(MOST_WORDS)
                .toList();
        Matcher key = KEY.matcher(text);
        return key.find() ? keyed(names, key.group(1), key.group(2)) : new LoggedKey(names, List.of(), List.of());
    }

    private static LoggedKey keyed(List<String> words, String columns, String values) {
        List<String> names = new ArrayList<>();
        for (String column : columns.split(BETWEEN, -1)) {
            boolean quoted = column.length() > 1 && column.startsWith("\"") && column.endsWith("\"");
            names.add(quoted ? column.substring(1, column.length() - 1) : column);
        }
        List<String> parts = names.size() == 1 ? List.of(values) : List.of(values.split(BETWEEN, -1));
        return new LoggedKey(words, names, parts.size() == names.size() ? parts : List.of());
    }

    boolean names(String name) {
        return words.contains(name);
    }
}
