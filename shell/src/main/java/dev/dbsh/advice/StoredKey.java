package dev.dbsh.advice;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.report.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that is stored already, as the server's detail has it in every language: {@code Key (a, b)=(1, x) already exists.}
 *
 * @param columns as they could stand in SQL; expressions too
 */
record StoredKey(List<String> columns, List<String> values) {
    private static final Pattern KEY = Pattern.compile("\\((.+)\\)=\\((.*)\\)[^)]*", Pattern.DOTALL);
    private static final String BETWEEN = ", ";
    private static final int LONGEST = 200;

    /** Empty when there is none, or it could be read in more ways than one. */
    static Optional<StoredKey> find(Failure failure) {
        String detail = failure.detail();
        int sign = detail == null ? -1 : detail.indexOf(")=(");
        if (detail == null || sign < 0 || detail.indexOf(")=(", sign + 1) >= 0) {
            return Optional.empty();
        }
        Matcher key = KEY.matcher(detail.substring(detail.indexOf('(')));
        if (!key.matches()) {
            return Optional.empty();
        }
        List<String> columns = List.of(key.group(1).split(BETWEEN, -1));
        List<String> values = columns.size() == 1
                ? List.of(key.group(2))
                : List.of(key.group(2).split(BETWEEN, -1));
        return columns.size() == values.size() ? Optional.of(new StoredKey(columns, values)) : Optional.empty();
    }

    /** The query that shows the row; empty when it could be another one's, or could not be typed. */
    Optional<String> select(QualifiedName table) {
        String text = String.join(BETWEEN, values);
        boolean plain = text.length() <= LONGEST
                && values.stream().noneMatch(value -> value.equals("null"))
                && text.indexOf('\\') < 0
                && text.codePoints().noneMatch(Character::isISOControl);
        if (!plain) {
            return Optional.empty();
        }
        List<String> literals = new ArrayList<>();
        values.forEach(value -> literals.add("'" + value.replace("'", "''") + "'"));
        String key = String.join(BETWEEN, columns);
        String where = columns.size() == 1
                ? key + " = " + literals.get(0)
                : "(" + key + ") = (" + String.join(BETWEEN, literals) + ")";
        return Optional.of("select * from " + table + " where " + where + ";");
    }
}
