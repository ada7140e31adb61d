package dev.dbsh.query;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * Turns the server's text for a point in time into ISO 8601: in UTC when it has a zone, and without one when it has none
 * to tell. What ISO 8601 has no agreed words for stays as it is: infinity, years before Christ and after 9999, and
 * everything in a session whose DateStyle is not ISO.
 */
final class Iso8601 {
    private static final String SHAPE = "0000-00-00 00:00:00";
    private static final int DATE = 10;

    private Iso8601() {}

    static String of(String text) {
        int zone = endOfTime(text);
        if (zone == text.length()) {
            return text.substring(0, DATE) + 'T' + text.substring(DATE + 1);
        }
        int offset = zone < 0 ? -1 : offset(text, zone);
        if (offset < 0) {
            return text;
        }
        if (offset == 0) {
            return text.substring(0, DATE) + 'T' + text.substring(DATE + 1, zone) + 'Z';
        }
        return moved(text, zone, text.charAt(zone) == '-' ? offset : -offset);
    }

    /** Where the time ends, fraction included; -1 when this is no date and time. */
    private static int endOfTime(String text) {
        if (!hasShape(text, 0, SHAPE)) {
            return -1;
        }
        int end = SHAPE.length();
        if (end < text.length() && text.charAt(end) == '.') {
            end++;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        }
        return end;
    }

    /** Seconds, whatever the sign; -1 when this is no zone: {@code +05}, {@code -03:30}, {@code +00:19:32}. */
    private static int offset(String text, int zone) {
        boolean signed = text.charAt(zone) == '+' || text.charAt(zone) == '-';
        boolean known = switch (text.length() - zone) {
            case 3 -> hasShape(text, zone + 1, "00");
            case 6 -> hasShape(text, zone + 1, "00:00");
            case 9 -> hasShape(text, zone + 1, "00:00:00");
            default -> false;
        };
        if (!signed || !known) {
            return -1;
        }
        int seconds = 0;
        for (int unit = 3600, at = zone + 1; at < text.length(); unit /= 60, at += 3) {
            seconds += unit * number(text, at, at + 2);
        }
        return seconds;
    }

    private static String moved(String text, int zone, int seconds) {
        try {
            LocalDateTime utc = LocalDateTime.of(
                            number(text, 0, 4),
                            number(text, 5, 7),
                            number(text, 8, 10),
                            number(text, 11, 13),
                            number(text, 14, 16),
                            number(text, 17, 19))
                    .plusSeconds(seconds);
            if (utc.getYear() < 1 || utc.getYear() > 9999) {
                return text;
            }
            // the JDK leaves out seconds that are zero
            return utc + (utc.getSecond() == 0 ? ":00" : "") + text.substring(SHAPE.length(), zone) + 'Z';
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static boolean hasShape(String text, int from, String shape) {
        if (text.length() < from + shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(from + i);
            if (shape.charAt(i) == '0' ? !isDigit(c) : c != shape.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int end) {
        int number = 0;
        for (int i = from; i < end; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
