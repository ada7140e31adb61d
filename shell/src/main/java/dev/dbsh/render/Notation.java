package dev.dbsh.render;

import dev.dbsh.report.Drawn;
import dev.dbsh.report.LongText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a value is written as text: durations and lists differ for those who read and those who parse. */
enum Notation {
    PEOPLE(", "),
    MACHINES(",");

    /**
     * A missing value for people. Most columns of a report are empty in most rows, so the mark is short and quiet, and
     * is the same for the rows of raw SQL; a text that consists of this mark is shown in quotes, so a mark without
     * quotes is always NULL, also without colour and in ASCII.
     */
    static final String MISSING = "-";

    /** What is shown of a text that is too long to be held. */
    private static final int BEGINNING = 1_000;

    private static final int NANOS_OF_MILLI = 1_000_000;

    private final String separator;

    Notation(String separator) {
        this.separator = separator;
    }

    String of(Object value) {
        if (value instanceof Drawn drawn) {
            return drawn.shown();
        }
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Duration duration) {
            return this == PEOPLE ? forPeople(duration) : seconds(duration);
        }
        if (value instanceof Instant instant) {
            return utc(instant);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Boolean flag) {
            // as psql prints them
            return flag ? "t" : "f";
        }
        if (value instanceof LongText text) {
            return text.beginning(BEGINNING) + "... (" + text.bytes() + " bytes)";
        }
        return value instanceof Map<?, ?> map ? map(map) : value.toString();
    }

    private String list(List<?> list) {
        StringBuilder out = new StringBuilder();
        for (Object element : list) {
            separate(out).append(element(element));
        }
        return out.toString();
    }

    private String map(Map<?, ?> map) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            separate(out).append(entry.getKey()).append('=').append(element(entry.getValue()));
        }
        return out.toString();
    }

    private StringBuilder separate(StringBuilder out) {
        return out.isEmpty() ? out : out.append(separator);
    }

    private String element(@Nullable Object value) {
        return value == null ? MISSING : of(value);
    }

    // DateTimeFormatter costs more at start than everything else in this package.
    static String utc(Instant instant) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        LocalTime clock = time.toLocalTime();
        String seconds = clock.getSecond() == 0 && clock.getNano() == 0 ? clock + ":00" : clock.toString();
        return time.toLocalDate() + "T" + seconds + "Z";
    }

    /** Seconds as a plain decimal number without trailing zeros. */
    static String seconds(Duration duration) {
        BigDecimal nanos = BigDecimal.valueOf(duration.getNano(), 9);
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(nanos);
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    /** The two largest units, rounded down: {@code 3d 4h}, {@code 2h 5m}, {@code 34s}, {@code 0.2s}, {@code 12ms}. */
    private static String forPeople(Duration duration) {
        if (duration.isNegative()) {
            return "-" + forPeople(duration.negated());
        }
        long seconds = duration.getSeconds();
        if (seconds >= 86_400) {
            return twoUnits(seconds / 3_600, 24, "d", "h");
        }
        if (seconds >= 3_600) {
            return twoUnits(seconds / 60, 60, "h", "m");
        }
        if (seconds >= 60) {
            return twoUnits(seconds, 60, "m", "s");
        }
        return seconds >= 10 ? seconds + "s" : underTenSeconds(seconds, duration.getNano() / NANOS_OF_MILLI, duration);
    }

    private static String twoUnits(long count, int perLarge, String large, String small) {
        long rest = count % perLarge;
        return count / perLarge + large + (rest == 0 ? "" : " " + rest + small);
    }

    private static String underTenSeconds(long seconds, int millis, Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        if (seconds == 0 && millis < 100) {
            return millis == 0 ? "<1ms" : millis + "ms";
        }
        int tenths = millis / 100;
        return tenths == 0 ? seconds + "s" : seconds + "." + tenths + "s";
    }
}
