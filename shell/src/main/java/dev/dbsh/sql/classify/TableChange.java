package dev.dbsh.sql.classify;

import java.util.List;

/** One line of {@code table-changes.txt}: an action of ALTER TABLE. */
record TableChange(Pattern pattern, List<Shape.LockRule> locks, Destruction destruction, boolean typed, Block block) {

    static TableChange parse(List<String> columns) {
        String loss = columns.get(2);
        return new TableChange(
                Pattern.of(columns.get(0)),
                Shape.LockRule.parse(columns.get(1)),
                Destruction.valueOf(loss.substring(0, 2)),
                loss.endsWith("typed"),
                Block.parse(columns.get(3), "ALTER TABLE " + columns.get(0)));
    }

    /** @param captures the names in the action, and the table itself */
    void apply(Reading reading, Captures captures) {
        Findings findings = reading.findings();
        captures.of("other").forEach(other -> findings.add(NamedObject.read(other.name())));
        Shape.LockRule.on(captures, locks).forEach(findings::add);
        findings.add(block);
        findings.add(new Loss(destruction, typed ? List.of(toType(reading, captures)) : List.of(), false));
    }

    private static NamedObject toType(Reading reading, Captures captures) {
        List<NamedObject> columns = captures.of("column");
        NamedObject table = reading.target();
        return columns.isEmpty()
                ? table
                : NamedObject.target("column", table.name().plus(columns.get(0).name()));
    }
}
