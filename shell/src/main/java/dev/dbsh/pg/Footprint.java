package dev.dbsh.pg;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What typed statements may have left behind in their transaction and in their session. Used by whoever uses the link. */
final class Footprint {
    private static final Pattern AT_COMMIT = pattern("notify|with\\s+hold");
    private static final Pattern TO_SESSION = pattern("temp|set_config|advisory");
    private static final Pattern OF_ROLE = pattern("role|authorization");
    private static final Pattern SETVAL = pattern("setval");

    // The server lists no setting that nobody has defined, though it keeps them: an application's own.
    private static final Pattern OWN_SETTING =
            pattern("(?:set\\s+(?:session\\s+)?|set_config\\s*\\(\\s*')\"?([a-z_][\\w$]*\"?\\.\"?[a-z_][\\w$.]*)");

    private static final List<String> BEGINNINGS = List.of("notify", "with", "set", "temp", "advis", "role", "auth");

    private final Set<String> ownSettings = new TreeSet<>();
    private Server settled;
    private boolean actsAtCommit;
    private boolean setsValues;
    private boolean roleIsOld;
    private volatile boolean stockIsOld;
    private volatile Belongings belongings = Belongings.NONE;

    Footprint(Server server) {
        this.settled = server;
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Remembers what a statement may do besides its work: with the COMMIT of the open transaction, and to the session. */
    void note(String statement, StatementKind kind, TransactionState state) {
        boolean open = state != TransactionState.NONE;
        if (!mentionsAny(statement)) {
            actsAtCommit &= open;
            setsValues &= open;
            stockIsOld |= kind != StatementKind.QUERY;
            return;
        }
        boolean toSession =
                kind != StatementKind.QUERY || TO_SESSION.matcher(statement).find();
        actsAtCommit = (actsAtCommit && open) || AT_COMMIT.matcher(statement).find();
        setsValues = (setsValues && open) || SETVAL.matcher(statement).find();
        roleIsOld |= toSession && OF_ROLE.matcher(statement).find();
        stockIsOld |= toSession;
        if (toSession) {
            OWN_SETTING
                    .matcher(statement)
                    .results()
                    .map(found -> found.group(1).replace("\"", ""))
                    .forEach(ownSettings::add);
        }
    }

    // The patterns below cost more than most statements do, and find one of these at least in all that they find.
    private static boolean mentionsAny(String statement) {
        for (int i = 0; i < statement.length(); i++) {
            char c = Character.toLowerCase(statement.charAt(i));
            for (String word : BEGINNINGS) {
                if (c == word.charAt(0) && statement.regionMatches(true, i, word, 0, word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Names of settings that typed statements have, or may have, made. */
    Set<String> ownSettings() {
        return ownSettings;
    }

    /** Something of ours has changed the session. */
    void changed() {
        stockIsOld = true;
    }

    /** The server has said, while no transaction was open, what it and the session are. */
    void settle(Server server) {
        settled = server;
        roleIsOld = false;
    }

    /** The session was asked what it has. */
    void take(Belongings stock) {
        belongings = stock;
        stockIsOld = false;
    }

    /** True when the transaction may do something with its COMMIT that needs no number before. */
    boolean actsAtCommit() {
        return actsAtCommit;
    }

    /** What a rollback of the transaction leaves as it is; mostly nothing. */
    String beyondRollback() {
        return setsValues ? ", but not what setval did" : "";
    }

    /** What the session was when no transaction was open, which is what is left when a transaction is lost. */
    Server settled() {
        return settled;
    }

    /** False when the role may have been changed since the server was last asked, and nobody knows whether that holds. */
    boolean isRoleKnown() {
        return !roleIsOld;
    }

    /** False when the session may have more, or less, than it was last seen to have. */
    boolean isStockKnown() {
        return !stockIsOld;
    }

    /**
     * What ends with the session.
     *
     * @param now where its transaction stands
     */
    Loss loss(TransactionState now, boolean restored) {
        boolean complete = isStockKnown() || now != TransactionState.NONE;
        return new Loss(settled, now, belongings, complete, restored);
    }

    Belongings belongings() {
        return belongings;
    }
}
