package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tables that a query reads; neither functions nor the queries that its WITH names. */
final class TablesRead {
    private final Findings findings;
    private final Set<String> withNames;
    private final List<NamedObject> tables = new ArrayList<>();
    private boolean locked;

    TablesRead(Findings findings, Set<String> withNames) {
        this.findings = findings;
        this.withNames = withNames;
    }

    /** Reads what stands where a name of a table can. */
    void take(TokenReader at) {
        boolean rows = at.isWord("rows") && at.look(1).isWord("from");
        ObjectName name = rows || at.isWord("select") ? null : at.takeName();
        if (name != null && !at.isSymbol("(") && !isOfWith(name)) {
            NamedObject table = NamedObject.read(name);
            tables.add(table);
            findings.add(table);
        }
    }

    private boolean isOfWith(ObjectName name) {
        return name.parts().size() == 1 && withNames.contains(name.name());
    }

    /** Takes note of FOR UPDATE or one of its kin. */
    void lockRows() {
        locked = true;
        findings.add(new Reason(Effect.WRITES, "SELECT FOR UPDATE or SHARE", UnderReadOnly.STOPPED, "locks rows"));
    }

    void finish() {
        if (locked) {
            tables.forEach(table -> findings.add(new PredictedLock(LockLevel.ROW_SHARE, table)));
        }
    }
}
