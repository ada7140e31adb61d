package dev.dbsh.command;

import java.time.Duration;

/** A length of time as an operator writes it: {@code 300ms}, {@code 5s}, {@code 1h30m}, {@code 2d}. */
public final class TimeSpan {
    private TimeSpan() {}

    /** Reads the text; what is no length of time is refused with the forms that are. */
    public static Duration parse(String text) {
        Duration sum = Duration.ZERO;
        int at = 0;
        while (at < text.length()) {
            int digits = at;
            while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
                digits++;
            }
            int unit = digits;
            while (unit < text.length() && Character.isLetter(text.charAt(unit))) {
                unit++;
            }
            if (digits == at || unit == digits || digits - at > 9) {
                throw refused(text);
            }
            sum = sum.plus(of(Long.parseLong(text.substring(at, digits)), text.substring(digits, unit), text));
            at = unit;
        }
        if (text.isEmpty()) {
            throw refused(text);
        }
        return sum;
    }

    private static Duration of(long count, String unit, String text) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m", "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw refused(text);
        };
    }

    private static Refusal refused(String text) {
        return Refusal.usage("\"" + text + "\" is no length of time", "write it as 300ms, 5s, 10m, 1h30m or 2d");
    }

    /** {@code 14m}, or {@code 45s} below a minute: as far as a person wants to know it, rounded up. */
    public static String words(Duration time) {
        long seconds = time.plusNanos(999_999_999).toSeconds();
        return seconds < 60 ? seconds + "s" : (seconds + 59) / 60 + "m";
    }
}
