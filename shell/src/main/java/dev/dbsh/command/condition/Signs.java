package dev.dbsh.command.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition cut into words, numbers with their units, and signs. */
final class Signs {
    private static final Pattern SIGN = Pattern.compile(
            "\\s*(?:([A-Za-z_][A-Za-z0-9_]*)|([0-9][0-9.]*[A-Za-z0-9]*)|(<=|>=|<>|!=|==|[<>=()])|(\\S)|$)");

    private Signs() {}

    /** What a sign is. */
    enum Kind {
        WORD,
        NUMBER,
        SIGN,
        WRONG,
        END
    }

    /** @param at where it begins, counted from 0 */
    record Sign(Kind kind, String text, int at) {
        boolean is(String other) {
            return text.equalsIgnoreCase(other) && (kind == Kind.SIGN || kind == Kind.WORD);
        }
    }

    /** All of them, and the end. */
    static List<Sign> of(String text) {
        List<Sign> signs = new ArrayList<>();
        Matcher matcher = SIGN.matcher(text);
        while (matcher.lookingAt()) {
            for (int group = 1; group <= 4; group++) {
                if (matcher.group(group) != null) {
                    signs.add(new Sign(Kind.values()[group - 1], matcher.group(group), matcher.start(group)));
                }
            }
            if (matcher.end() == text.length()) {
                break;
            }
            matcher.region(matcher.end(), text.length());
        }
        signs.add(new Sign(Kind.END, "", text.length()));
        return signs;
    }
}
