package dev.dbsh.sql.classify;

/** Reads queries and the statements that change rows. */
final class Query {
    private Query() {}

    static void read(Reading reading) {
        Calls.read(reading.classifier(), reading.whole(), reading.findings());
        QueryReader reader = new QueryReader(reading, QueryReader.NO_CHANGE);
        reader.read();
        if (reader.madeTable()) {
            reading.findings().command("SELECT INTO", Effect.DDL);
        }
        boolean call = reading.shape().kind().equals("CALL");
        reading.findings().returnsRows(!reader.madeTable() && !call);
    }

    /** @param verb where the word stands that says how rows are changed */
    static void readChange(Reading reading, int verb) {
        Calls.read(reading.classifier(), reading.whole(), reading.findings());
        QueryReader reader = new QueryReader(reading, verb);
        reader.read();
        reading.findings().returnsRows(reader.returns());
    }

    /** Reads {@code WITH}: what the statement is stands behind the queries that it names. */
    static void readWith(Reading reading) {
        TokenReader at = reading.at();
        WithList.skip(at);
        int verb = at.position();
        Captures captures = new Captures();
        Shape main = Shapes.match(at, captures);
        if (main != null && main.inside() == Inside.CHANGE) {
            reading.findings().command(main.kind(), main.effect());
            readChange(reading, verb);
        } else {
            read(reading);
        }
    }

    /** Reads what a definition is made of; nothing of it runs. */
    static void readNames(Reading reading) {
        TokenReader at = reading.at();
        while (!at.atEnd() && !at.takeWords("as")) {
            at.skip();
        }
        Findings names = new Findings();
        new QueryReader(reading.apart(at.position(), names), QueryReader.NO_CHANGE).read();
        reading.readsTables(names.classified());
    }
}
