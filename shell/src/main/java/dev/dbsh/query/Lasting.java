package dev.dbsh.query;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Reads;
import dev.dbsh.pg.Row;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.Sql;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import dev.dbsh.sql.classify.Classified;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stays of a statement when its transaction is rolled back, as far as it can be told, and what cannot. */
final class Lasting {
    private static final Sql LASTING = Sql.of(Lasting.class, "lasting.sql");
    private static final Sql ADVISORY_LOCKS = Sql.of(Lasting.class, "advisory-locks.sql");
    private static final int MOST_NAMES = 3;

    private final Session session;
    private final List<String> locksBefore;
    private List<Thing> things = List.of();
    private boolean unknown;

    private record Thing(String kind, QualifiedName name) {
        static Thing of(Row row) throws SQLException {
            return new Thing(row.text("kind"), row.qualifiedName("schema_name", "name"));
        }
    }

    private Lasting(Session session, List<String> locksBefore) {
        this.session = session;
        this.locksBefore = locksBefore;
    }

    /** To be asked before the statement is run. */
    static Lasting before(Session session) {
        return new Lasting(session, locks(session));
    }

    /** To be asked in the transaction that the statement has run in. */
    void look(String statement) {
        String[] called = called(Tokens.of(statement, session.standardConformingStrings()));
        try {
            things = session.list(Reads.CATALOG, LASTING, Thing::of, (Object) called);
        } catch (SqlFailure e) {
            // The change itself can still be shown, and kept.
            if (e.isConnectionLost() || e.isCancelled()) {
                throw e;
            }
            unknown = true;
        }
    }

    /** To be asked when that was rolled back: {@code , nothing was changed}, or what goes on the words that it was. */
    String words(Classified what) {
        List<String> words = new ArrayList<>();
        if (what.staysAfterRollback()) {
            words.add(", but not what " + what.beyondRollback() + " did");
        }
        add(words, "sequence", "; numbers that it took from ", " stay taken");
        add(words, "foreign", "; what was written to ", " may stay");
        List<String> locks = locks(session);
        locks.removeAll(locksBefore);
        if (!locks.isEmpty()) {
            words.add("; still held: advisory lock (" + String.join("), (", locks) + ")");
        }
        add(words, "function", "; what ", " did outside of the transaction is not known");
        if (unknown) {
            words.add("; whether anything of it stays could not be found out");
        }
        return words.isEmpty() ? ", nothing was changed" : String.join("", words);
    }

    private void add(List<String> words, String kind, String before, String behind) {
        List<String> names = things.stream()
                .filter(thing -> thing.kind().equals(kind))
                .map(thing -> thing.name() + (kind.equals("function") ? "()" : ""))
                .distinct()
                .toList();
        int more = names.size() - MOST_NAMES;
        if (!names.isEmpty()) {
            String some = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
            words.add(before + some + (more > 0 ? " and " + more + " more" : "") + behind);
        }
    }

    private static List<String> locks(Session session) {
        return new ArrayList<>(session.list(Reads.CATALOG, ADVISORY_LOCKS, row -> row.text("key")));
    }

    private static String[] called(List<Token> tokens) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean name = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED_NAME;
            if (name && tokens.get(i + 1).isSymbol("(")) {
                names.add(token.name());
            }
        }
        return names.toArray(new String[0]);
    }
}
