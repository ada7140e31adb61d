package dev.dbsh.sql.classify;

import java.util.List;

/** Reads what is said of tables: how they are made, changed and dropped. */
final class TableDefinition {
    private static final List<TableChange> CHANGES =
            Table.read("table-changes.txt").stream().map(TableChange::parse).toList();
    private static final Pattern REFERENCES = Pattern.of("references <other>");
    private static final Pattern PARENT = Pattern.of("partition of <other>");
    private static final Pattern LIKE = Pattern.of("like <other>");
    private static final Pattern INHERITS = Pattern.of("inherits (<other*>");

    private TableDefinition() {}

    /** Finds the tables that a new one is made beside; each is locked meanwhile. */
    static void create(Reading reading) {
        TokenReader at = reading.at();
        for (; !at.atEnd(); at.take()) {
            other(reading, REFERENCES, LockLevel.SHARE_ROW_EXCLUSIVE);
            other(reading, PARENT, LockLevel.ACCESS_EXCLUSIVE);
            other(reading, LIKE, LockLevel.ACCESS_SHARE);
            other(reading, INHERITS, LockLevel.SHARE_UPDATE_EXCLUSIVE);
        }
    }

    private static void other(Reading reading, Pattern pattern, LockLevel level) {
        Captures captures = new Captures();
        if (pattern.match(reading.at().rest(), captures)) {
            for (NamedObject named : captures.all()) {
                NamedObject table = NamedObject.read(named.name());
                reading.findings().add(table);
                reading.findings().add(new PredictedLock(level, table));
            }
        }
    }

    static void alter(Reading reading) {
        TokenReader at = reading.at();
        at.takeSymbol("*");
        while (!at.atEnd()) {
            int from = at.position();
            at.skipTo(",");
            change(reading, at.part(from, at.position()));
            at.take();
        }
    }

    private static void change(Reading reading, TokenReader action) {
        for (TableChange change : CHANGES) {
            Captures captures = new Captures();
            captures.add("table", reading.target().name());
            if (change.pattern().match(action.rest(), captures)) {
                change.apply(reading, captures);
                return;
            }
        }
        reading.findings().add(new PredictedLock(LockLevel.ACCESS_EXCLUSIVE, reading.target()));
    }

    /** COMMENT ON COLUMN locks the table. */
    static void column(Reading reading) {
        List<String> parts = reading.target().name().parts();
        if (parts.size() > 1) {
            NamedObject table = NamedObject.target("table", new ObjectName(parts.subList(0, parts.size() - 1)));
            reading.findings().add(new PredictedLock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
        }
    }

    /** With CASCADE nobody can tell from the text how much goes. */
    static void drop(Reading reading) {
        TokenReader at = reading.at();
        while (!at.atEnd()) {
            if (at.take().isWord("cascade")) {
                reading.findings().add(new Loss(Destruction.D4, List.of(), false));
            }
        }
    }
}
