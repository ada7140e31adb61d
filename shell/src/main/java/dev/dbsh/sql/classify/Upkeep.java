package dev.dbsh.sql.classify;

/** Reads LOCK, and what keeps tables in order: which tables, and how much they are locked. */
final class Upkeep {
    private static final Pattern TABLES = Pattern.of("<table*>");
    private static final Pattern OPTIONS = Pattern.of(
            "[full/freeze/verbose/analyze/analyse] [freeze/verbose/analyze/analyse] [verbose/analyze/analyse] [analyze/analyse]");

    private Upkeep() {}

    static void lock(Reading reading) {
        LockLevel level = LockLevel.ACCESS_EXCLUSIVE;
        if (reading.at().takeWords("in")) {
            StringBuilder words = new StringBuilder();
            while (!reading.at().atEnd() && !reading.at().isWord("mode")) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(reading.at().take().name());
            }
            level = LockLevel.find(words.toString()).orElse(level);
        }
        locks(reading, level, reading.captures());
    }

    private static void locks(Reading reading, LockLevel level, Captures captures) {
        for (NamedObject table : captures.all()) {
            reading.findings().add(table);
            reading.findings().add(new PredictedLock(level, table));
        }
    }

    static void vacuum(Reading reading) {
        TokenReader at = reading.at();
        int from = at.position();
        if (at.isSymbol("(")) {
            at.skip();
        }
        Captures captures = new Captures();
        OPTIONS.match(at, captures);
        boolean full = has(at.part(from, at.position()), "full");
        TABLES.match(at, captures);
        locks(reading, full ? LockLevel.ACCESS_EXCLUSIVE : LockLevel.SHARE_UPDATE_EXCLUSIVE, captures);
    }

    static void reindex(Reading reading) {
        TokenReader at = reading.at();
        boolean concurrently = has(at.rest(), "concurrently");
        if (at.isSymbol("(")) {
            at.skip();
        }
        String type = at.take().name();
        at.takeWords("concurrently");
        ObjectName name = at.takeName();
        boolean one = type.equals("table") || type.equals("index");
        if (concurrently || !one) {
            reading.findings().add(Block.refused(concurrently ? "REINDEX CONCURRENTLY" : "REINDEX of a " + type));
        } else {
            reading.findings()
                    .add(new Block(Block.Answer.MAYBE, "a partitioned " + type + " cannot, from version 14 on"));
        }
        if (name == null) {
            return;
        }
        NamedObject target = NamedObject.target(type, name);
        reading.findings().add(target);
        if (one) {
            LockLevel level = type.equals("table") ? LockLevel.SHARE : LockLevel.ACCESS_EXCLUSIVE;
            reading.findings().add(new PredictedLock(concurrently ? LockLevel.SHARE_UPDATE_EXCLUSIVE : level, target));
        }
    }

    static void cluster(Reading reading) {
        TokenReader at = reading.at();
        if (at.isSymbol("(")) {
            at.skip();
        }
        at.takeWords("verbose");
        ObjectName name = at.takeName();
        if (at.takeWords("on")) {
            name = at.takeName();
        }
        if (name == null) {
            reading.findings().add(Block.refused("CLUSTER of all tables"));
        } else {
            NamedObject table = NamedObject.target("table", name);
            reading.findings().add(table);
            reading.findings().add(new PredictedLock(LockLevel.ACCESS_EXCLUSIVE, table));
        }
    }

    private static boolean has(TokenReader at, String word) {
        while (!at.atEnd()) {
            if (at.take().isWord(word)) {
                return true;
            }
        }
        return false;
    }
}
