package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code statements.txt}.
 *
 * @param why what a READ ONLY transaction lets through; empty when it lets nothing through
 */
record Shape(
        String kind,
        Pattern pattern,
        Effect effect,
        UnderReadOnly underReadOnly,
        String why,
        Block block,
        Destruction destruction,
        boolean typed,
        List<LockRule> locks,
        Inside inside) {

    /** A lock, and the word for what it is on in the pattern. */
    record LockRule(LockLevel level, String type) {

        /** Reads {@code SHARE table, EXCLUSIVE index}; the words of the mode are in upper case. */
        static List<LockRule> parse(String column) {
            List<LockRule> rules = new ArrayList<>();
            int from = 0;
            while (!column.equals("-") && from < column.length()) {
                int comma = column.indexOf(',', from);
                int end = comma < 0 ? column.length() : comma;
                rules.add(rule(column.substring(from, end).strip()));
                from = end + 1;
            }
            return List.copyOf(rules);
        }

        private static LockRule rule(String text) {
            int at = 0;
            while (Character.isUpperCase(text.charAt(at)) || text.charAt(at) == ' ') {
                at++;
            }
            return new LockRule(LockLevel.of(text.substring(0, at).strip()), text.substring(at));
        }

        static List<PredictedLock> on(Captures captures, List<LockRule> rules) {
            return rules.stream()
                    .flatMap(rule ->
                            captures.of(rule.type()).stream().map(object -> new PredictedLock(rule.level(), object)))
                    .toList();
        }
    }

    static Shape parse(List<String> columns) {
        String kind = columns.get(0);
        String readOnly = columns.get(3);
        UnderReadOnly under = Table.underReadOnly(readOnly);
        String loss = columns.get(5);
        return new Shape(
                kind,
                Pattern.of(columns.get(1)),
                Effect.valueOf(columns.get(2)),
                under,
                under == UnderReadOnly.PASSES ? Table.after("passes:", readOnly) : "",
                Block.parse(columns.get(4), kind),
                Destruction.valueOf(loss.substring(0, 2)),
                loss.endsWith("typed"),
                LockRule.parse(columns.get(6)),
                Inside.of(columns.get(7)));
    }

    Reason reason() {
        return why.isEmpty() ? Reason.of(effect, kind, underReadOnly) : new Reason(effect, kind, underReadOnly, why);
    }
}
