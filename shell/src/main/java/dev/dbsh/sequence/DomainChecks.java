package dev.dbsh.sequence;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the checks of a domain leave of a range: as far as they are bounds joined by AND, and no further. */
final class DomainChecks {
    private static final Pattern BOUND = Pattern.compile(
            "\\((?:VALUE|\\(VALUE\\)::[a-z]+) (>=|<=|>|<|=) \\(?'?(-?\\d{1,18})'?\\)?(?:::[a-z]+)?\\)?\\)");
    // NOT, OR and CASE turn a bound into something else.
    private static final Pattern NOT_JOINED_BY_AND = Pattern.compile("\\b(OR|NOT|CASE|IS)\\b");

    private DomainChecks() {}

    /** @param checks as the server writes them: {@code CHECK (((VALUE >= 1) AND (VALUE <= 100)))} */
    static Range narrow(Range range, List<String> checks) {
        Range narrowed = range;
        for (String check : checks) {
            if (!NOT_JOINED_BY_AND.matcher(check).find()) {
                for (MatchResult bound : BOUND.matcher(check).results().toList()) {
                    narrowed = narrowed.intersect(within(bound.group(1), new BigInteger(bound.group(2))));
                }
            }
        }
        return narrowed;
    }

    private static Range within(String comparison, BigInteger bound) {
        long value = bound.longValueExact();
        return switch (comparison) {
            case ">=" -> new Range(value, Long.MAX_VALUE);
            case ">" -> new Range(value + 1, Long.MAX_VALUE);
            case "<=" -> new Range(Long.MIN_VALUE, value);
            case "<" -> new Range(Long.MIN_VALUE, value - 1);
            default -> new Range(value, value);
        };
    }
}
