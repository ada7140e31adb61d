package dev.dbsh.sql;

/** Where operators, numbers and parameters end. */
final class Signs {
    private Signs() {}

    /** The end of the operator at {@code from}, of which {@code to} is where the run of operator characters stops. */
    static int operatorEnd(byte[] text, int from, int to) {
        int end = from + 1;
        while (end < to && !isCommentStart(text, end, to)) {
            end++;
        }
        // "=-" is two operators, but "@-" is one: only beside characters that standard SQL has no operators of.
        if (isSign(text[end - 1]) && !hasUncommon(text, from, end)) {
            while (end > from + 1 && isSign(text[end - 1])) {
                end--;
            }
        }
        return end;
    }

    private static boolean isCommentStart(byte[] text, int at, int to) {
        return at + 1 < to && ((text[at] == '-' && text[at + 1] == '-') || (text[at] == '/' && text[at + 1] == '*'));
    }

    private static boolean isSign(byte c) {
        return c == '+' || c == '-';
    }

    private static boolean hasUncommon(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ("~!@#^&|`?%".indexOf(text[i]) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The end of the number at {@code from}, a digit or a point before a digit; letters behind it are not part of it. */
    static int numberEnd(byte[] text, int from, int to) {
        int end = from;
        if (text[from] != '.') {
            int based = basedEnd(text, from, to);
            end = digitsEnd(text, from, to, 10);
            if (based > end) {
                return based;
            }
        }
        boolean range = end + 1 < to && text[end] == '.' && text[end + 1] == '.';
        if (end < to && text[end] == '.' && !range) {
            end = digitsEnd(text, end + 1, to, 10);
        }
        return exponentEnd(text, end, to);
    }

    /** True when more text behind {@code to} could belong to the number that seems to end at {@code end}. */
    static boolean mayGoOn(byte[] text, int end, int to) {
        int left = to - end;
        if (left == 0) {
            return true;
        }
        boolean letter = CharacterClass.isNamePart(text[end]);
        return left == 1 ? letter || text[end] == '.' : left == 2 && letter && isSign(text[end + 1]);
    }

    /** True when the number between {@code from} and {@code end} has letters behind it: an error, and no alias. */
    static boolean isJunk(byte[] text, int from, int end, int to) {
        if (end == to || !CharacterClass.isNamePart(text[end])) {
            return false;
        }
        // A dollar goes on only what could be a name: "1$2" is a number and a parameter, "1e5$2" is neither.
        boolean letter = text[end] != '$';
        for (int i = end - 1; i > from && CharacterClass.isNamePart(text[i]); i--) {
            letter |= CharacterClass.isNameStart(text[i]);
        }
        return letter;
    }

    /** Behind the letters, digits, underscores and dollars at {@code from}. */
    static int nameEnd(byte[] text, int from, int to) {
        int end = from;
        while (end < to && CharacterClass.isNamePart(text[end])) {
            end++;
        }
        return end;
    }

    /** The end of {@code 0x1F}, {@code 0o17} or {@code 0b11}; {@code from} when it is none. */
    private static int basedEnd(byte[] text, int from, int to) {
        if (text[from] != '0' || from + 1 >= to) {
            return from;
        }
        int base = switch (text[from + 1] | 0x20) {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 0;
        };
        int first = from + 2;
        if (base == 0 || first >= to) {
            return from;
        }
        int end = digitsEnd(text, text[first] == '_' ? first + 1 : first, to, base);
        return isDigit(text[end - 1], base) && end > first ? end : from;
    }

    private static int exponentEnd(byte[] text, int from, int to) {
        if (from >= to || (text[from] | 0x20) != 'e') {
            return from;
        }
        int digits = from + 1;
        if (digits < to && isSign(text[digits])) {
            digits++;
        }
        int end = digitsEnd(text, digits, to, 10);
        return end > digits ? end : from;
    }

    /** Behind digits that single underscores may stand between. */
    private static int digitsEnd(byte[] text, int from, int to, int base) {
        int at = from;
        while (at < to) {
            if (isDigit(text[at], base)) {
                at++;
            } else if (at > from && text[at] == '_' && at + 1 < to && isDigit(text[at + 1], base)) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private static boolean isDigit(byte c, int base) {
        return c > 0 && Character.digit(c, base) >= 0;
    }
}
