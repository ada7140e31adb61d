package dev.dbsh.command;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a typed text may hold a password. Better one line too many left out of what is kept than one too few. */
public final class Secrets {
    private static final List<Pattern> SIGNS = List.of(
            Pattern.compile("\\\\password\\b"),
            Pattern.compile("\\b(create|alter)\\s+(role|user|group)\\b.*\\bpassword\\b", flags()),
            Pattern.compile("pass(word|wd|phrase)?\\W{0,3}[=:]", flags()),
            Pattern.compile("\\bpass(word|wd|phrase)\\s+(to\\s+)?(e|u&)?['$]", flags()),
            Pattern.compile("://[^/@\\s]*:[^/@\\s]*@", flags()));

    private Secrets() {}

    public static boolean mayBeIn(String text) {
        for (Pattern sign : SIGNS) {
            if (sign.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
