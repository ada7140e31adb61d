package dev.dbsh.sql.classify;

import java.util.List;

/** Reads statements that run, keep or explain another one. */
final class InnerStatement {
    private InnerStatement() {}

    /** The rest is a statement that runs now. */
    static void run(Reading reading) {
        Classified query = rest(reading);
        reading.findings().runs(query);
        reading.readsTables(query);
    }

    private static Classified rest(Reading reading) {
        return reading.classifier().inside(reading.at().rest());
    }

    static void prepare(Reading reading) {
        reading.findings().keeps(rest(reading));
    }

    static void declare(Reading reading) {
        Classified query = rest(reading);
        reading.findings().runs(query);
        reading.findings().keeps(query);
    }

    static void execute(Reading reading) {
        Calls.read(reading.classifier(), reading.at().rest(), reading.findings());
        Classified kept = reading.classifier().kept().find(reading.target());
        if (kept == null) {
            reading.add(
                    Effect.WRITES,
                    UnderReadOnly.PASSES,
                    "EXECUTE",
                    "runs " + reading.target().name() + ", which was not prepared here, so it counts as a write");
            reading.findings().add(new Loss(Destruction.D4, List.of(), false));
        } else {
            reading.findings().runs(kept);
            reading.findings().returnsRows(kept.returnsRows());
        }
    }

    // The name of the cursor comes last. One that is not known here was opened by a function of the user's own.
    static void fetch(Reading reading) {
        ObjectName name = null;
        while (!reading.at().atEnd()) {
            ObjectName next = reading.at().takeName();
            if (next == null) {
                reading.at().take();
            } else {
                name = next;
            }
        }
        reading.findings().returnsRows(reading.shape().kind().equals("FETCH"));
        if (name != null) {
            NamedObject cursor = NamedObject.target("cursor", name);
            reading.findings().add(cursor);
            Classified query = reading.classifier().kept().find(cursor);
            if (query != null) {
                reading.findings().runs(query);
            }
        }
    }

    static void explain(Reading reading) {
        boolean runs = ExplainOptions.skip(reading.at());
        TokenReader arguments = reading.at().rest();
        Classified inner = rest(reading);
        reading.findings().returnsRows(true);
        if (runs) {
            reading.findings().runs(inner);
            inner.reasons().stream()
                    .filter(reason -> reason.effect() == Effect.DDL)
                    .forEach(reason -> reading.add(
                            reason.effect(),
                            UnderReadOnly.PASSES,
                            "EXPLAIN ANALYZE of " + reason.what(),
                            "makes the table in a READ ONLY transaction too"));
        } else {
            inner.objects()
                    .forEach(object -> reading.findings()
                            .add(new NamedObject(NamedObject.Role.READ, object.type(), object.name())));
            explainExecute(reading, arguments);
        }
    }

    // Without ANALYZE too, the server computes the arguments of EXECUTE.
    private static void explainExecute(Reading reading, TokenReader at) {
        while (!at.atEnd() && !at.isWord("execute")) {
            at.skip();
        }
        Calls.read(reading.classifier(), at, reading.findings());
    }
}
