package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values that differ from run to run, and the names that stand for them in a transcript.
 *
 * <p>Nothing else in the tests hides a value. Where the width of what is hidden may differ, so does the table around
 * it; there every gap of blanks is written as two.
 */
final class Volatile {
    private static final Map<Pattern, String> ANY_WIDTH = new LinkedHashMap<>();

    static {
        ANY_WIDTH.put(Pattern.compile("(\"elapsed_ms\":)\\d+"), "$1<ms>");
        ANY_WIDTH.put(Pattern.compile("(?m)^(time: )[0-9.]+ m?s$"), "$1<ms>");
        ANY_WIDTH.put(Pattern.compile("(?<= in )\\d+\\.\\d s\\b"), "<s>");
        ANY_WIDTH.put(Pattern.compile("(?<=rate of )\\d+s\\b"), "<s>");
        ANY_WIDTH.put(Pattern.compile("(?<=open for )\\d+ s\\b"), "<s>");
        ANY_WIDTH.put(Pattern.compile("(\\bpid +)\\d+"), "$1<pid>");
        ANY_WIDTH.put(Pattern.compile("(\"[a-z_]*pid\":)\\d+"), "$1<pid>");
        ANY_WIDTH.put(Pattern.compile("(\"(?:waited|span|[a-z]+_age)_seconds\":)[0-9.]+"), "$1<s>");
        ANY_WIDTH.put(Pattern.compile("(?<=  )(?:<1ms|\\d+ms|\\d+(?:\\.\\d)?s)(?=  )"), "<age>");
        ANY_WIDTH.put(
                Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d(:\\d\\d)?)?"),
                "<time>");
    }

    /** Stands at the end of its line, so no table is made of it. */
    private static final Pattern OPERATION = Pattern.compile("(sequences undo )[0-9a-f]{8}");

    private static final Pattern GAP = Pattern.compile("(?<=\\S) {2,}");
    private static final Pattern LINE = Pattern.compile("([-─])\\1{2,}");

    private final Map<String, String> exact = new LinkedHashMap<>();

    Volatile(TestDatabase database, Map<String, Integer> sessions) {
        Login login = database.login();
        sessions.forEach((name, pid) -> exact.put(Integer.toString(pid), "<pid " + name + ">"));
        exact.put(login.database(), "<database>");
        exact.put(login.host() + ":" + login.port(), "<server>");
        exact.put(login.host(), "<host>");
        exact.put(Integer.toString(login.port()), "<port>");
        exact.put(database.one("show server_version"), "<version>");
    }

    String named(String text) {
        String named = text;
        for (Map.Entry<String, String> each : exact.entrySet()) {
            named = named.replaceAll("(?<![\\w.])" + Pattern.quote(each.getKey()) + "(?![\\w])", each.getValue());
        }
        for (Map.Entry<Pattern, String> each : ANY_WIDTH.entrySet()) {
            named = each.getKey().matcher(named).replaceAll(each.getValue());
        }
        String shown = named.equals(text)
                ? text
                : LINE.matcher(GAP.matcher(named).replaceAll("  ")).replaceAll("$1$1$1");
        return OPERATION.matcher(shown).replaceAll("$1<operation>");
    }
}
