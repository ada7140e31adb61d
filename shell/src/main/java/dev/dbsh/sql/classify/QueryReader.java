package dev.dbsh.sql.classify;

import dev.dbsh.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes once over a query, or a statement that changes rows, with all that stands in parentheses: which tables it reads,
 * which rows it changes or locks, whether it makes a table.
 */
final class QueryReader {
    /** For a statement that is a query itself. */
    static final int NO_CHANGE = -1;

    private static final Set<String> AFTER_FROM = Set.of(
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "union",
            "intersect",
            "except",
            "set",
            "when");

    private final Reading reading;
    private final TokenReader at;
    private final int mainChange;
    private final TablesRead tables;
    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean madeTable;
    private boolean returns;

    /** What stands between two parentheses, or the whole. */
    private static final class Part {
        private boolean query;
        private boolean from;
        private @Nullable RowChange change;
    }

    /** @param mainChange where the word stands that makes the statement a change; {@link #NO_CHANGE} */
    QueryReader(Reading reading, int mainChange) {
        this.reading = reading;
        this.at = reading.whole();
        this.mainChange = mainChange;
        this.tables = new TablesRead(reading.findings(), WithList.names(reading.whole()));
        parts.push(new Part());
    }

    /** True for SELECT INTO. */
    boolean madeTable() {
        return madeTable;
    }

    /** True when the change that the statement is has RETURNING. */
    boolean returns() {
        return returns;
    }

    void read() {
        while (!at.atEnd()) {
            step();
        }
        while (parts.size() > 1) {
            close();
        }
        finish(parts.element());
        tables.finish();
    }

    private void step() {
        Token token = at.token();
        if (TokenReader.isOpening(token)) {
            open();
        } else if (TokenReader.isClosing(token)) {
            at.take();
            close();
        } else if (at.position() == mainChange) {
            change();
        } else if (token.kind() == Token.Kind.WORD && !isLabel()) {
            word(token.name());
        } else if (at.takeSymbol(",")) {
            if (part().from) {
                table();
            }
        } else {
            at.take();
        }
    }

    // "select 1 as from" and "x.from" have a name there, not the word.
    private boolean isLabel() {
        Token before = at.look(-1);
        return at.position() > reading.start() && (before.isWord("as") || before.isSymbol("."));
    }

    private Part part() {
        return parts.element();
    }

    private void open() {
        boolean named = at.look(-1).isWord("as") || at.look(-1).isWord("materialized");
        at.take();
        parts.push(new Part());
        if (named && RowChange.begins(at)) {
            change();
        }
    }

    private void close() {
        if (parts.size() > 1) {
            finish(parts.pop());
        }
    }

    private void finish(Part part) {
        if (part.change != null) {
            part.change.finish(reading.findings());
        }
    }

    private void change() {
        RowChange change = RowChange.read(reading, at);
        if (change == null) {
            at.take();
            return;
        }
        part().change = change;
        part().query = true;
    }

    private void word(String word) {
        switch (word) {
            case "select", "values" -> {
                part().query = true;
                part().from = false;
                at.take();
            }
            case "table" -> tableAfterWord();
            case "from" -> from();
            case "join" -> joined(part().from);
            case "using" -> joined(part().change != null && !at.look(1).isSymbol("("));
            case "where", "returning" -> clause(word);
            case "into" -> into();
            case "for" -> rowLock();
            case "do" -> conflict();
            default -> {
                part().from &= !AFTER_FROM.contains(word);
                at.take();
            }
        }
    }

    private void tableAfterWord() {
        part().query = true;
        at.take();
        table();
    }

    // EXTRACT, TRIM and SUBSTRING have a FROM too, and so has IS DISTINCT.
    private void from() {
        boolean distinct = at.look(-1).isWord("distinct")
                && (at.look(-2).isWord("is") || at.look(-2).isWord("not"));
        at.take();
        if (part().query && !distinct) {
            part().from = true;
            table();
        }
    }

    private void joined(boolean isTable) {
        at.take();
        if (isTable) {
            part().from = true;
            table();
        }
    }

    private void clause(String word) {
        part().from = false;
        RowChange change = part().change;
        if (change != null && word.equals("where")) {
            change.hasCondition();
        }
        returns |= word.equals("returning") && parts.size() == 1;
        at.take();
    }

    private void conflict() {
        at.take();
        RowChange change = part().change;
        if (change != null && at.isWord("update")) {
            change.overwrites();
        }
    }

    // The INTO of INSERT and MERGE has been read with their tables.
    private void into() {
        at.take();
        madeTable = true;
        Captures captures = new Captures();
        SelectInto.TARGET.match(at, captures);
        captures.all().forEach(reading.findings()::add);
        reading.findings().add(Reason.of(Effect.DDL, "SELECT INTO", UnderReadOnly.STOPPED));
    }

    private void rowLock() {
        at.take();
        Captures captures = new Captures();
        if (part().query && SelectInto.ROW_LOCK.match(at, captures)) {
            tables.lockRows();
        }
    }

    /** Reads what stands where a table can: also parentheses, and functions. */
    private void table() {
        while (at.isWord("only") || at.isWord("lateral")) {
            at.take();
        }
        if (at.takeSymbol("(")) {
            parts.push(new Part());
            part().from = true;
            boolean query = at.isWord("select") || at.isWord("values") || at.isWord("with") || at.isWord("table");
            if (!query) {
                table();
            }
            return;
        }
        tables.take(at);
    }
}
