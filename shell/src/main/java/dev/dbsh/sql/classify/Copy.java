package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;

/** Reads COPY: what it does depends on where the rows come from and go to. */
final class Copy {
    private static final Pattern TABLE = Pattern.of("[binary] <table>");

    private Copy() {}

    static void read(Reading reading) {
        TokenReader at = reading.at();
        Captures captures = new Captures();
        if (at.isSymbol("(")) {
            int open = at.position();
            at.skip();
            reading.findings().runs(reading.classifier().inside(at.part(open + 1, at.position() - 1)));
        } else if (TABLE.match(at, captures) && at.isSymbol("(")) {
            at.skip();
        }
        boolean from = at.isWord("from");
        at.take();
        direction(reading, from, captures);
        Calls.read(reading.classifier(), at.rest(), reading.findings());
    }

    private static void direction(Reading reading, boolean from, Captures captures) {
        String place = reading.at().token().kind() == Token.Kind.WORD
                ? reading.at().token().name()
                : "";
        boolean client = place.equals("stdin") || place.equals("stdout");
        String kind = (from ? "COPY FROM" : "COPY TO") + (client ? from ? " STDIN" : " STDOUT" : "");
        reading.findings().command(kind, from ? Effect.WRITES : client ? Effect.READS : Effect.OUTSIDE);
        for (NamedObject table : captures.all()) {
            reading.findings().add(from ? table : NamedObject.read(table.name()));
            if (from) {
                reading.findings().add(new PredictedLock(LockLevel.ROW_EXCLUSIVE, table));
            }
        }
        if (from) {
            reading.findings().add(Reason.of(Effect.WRITES, kind, UnderReadOnly.STOPPED));
        }
        if (place.equals("program")) {
            reading.add(Effect.OUTSIDE, UnderReadOnly.PASSES, kind + " PROGRAM", "runs a program on the server");
        } else if (!client && !from) {
            reading.add(Effect.OUTSIDE, UnderReadOnly.PASSES, kind, "writes a file of the server");
        }
    }
}
