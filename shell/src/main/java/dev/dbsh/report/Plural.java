package dev.dbsh.report;

/** A count that agrees with its noun. */
public final class Plural {
    private Plural() {}

    /** {@code 1 sequence}, {@code 2 sequences}, {@code 3 indexes}. */
    public static String of(long count, String noun) {
        return count + " " + (count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("y") && noun.length() > 1 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("x") || noun.endsWith("s") || noun.endsWith("ch") ? noun + "es" : noun + "s";
    }
}
