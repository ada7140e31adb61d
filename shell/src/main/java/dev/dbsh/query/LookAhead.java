package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Following;
import dev.dbsh.sql.classify.Block;
import dev.dbsh.sql.classify.Classified;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which statements can be sent before the one in front of them has been answered: those that read or change rows and
 * do nothing else. All of them have passed the same checks as the others, and none of those depends on what is run between.
 */
final class LookAhead implements Following {
    private static final Set<String> ROW_CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    // What is longer is rare, and held only when its turn has come.
    private static final int SHORT = 1 << 12;

    private final Guards guards;
    private final Behind behind;
    /** Those behind the statement that runs, in their order. */
    private final List<Checked> checked = new ArrayList<>();

    private BooleanSupplier onlyReads = () -> true;
    private boolean behindRead;

    private record Checked(String text, Classified statement) {
        boolean isRead() {
            return statement.isQuery() && statement.reasons().isEmpty();
        }
    }

    LookAhead(Guards guards, Behind behind) {
        this.guards = guards;
        this.behind = behind;
    }

    /** Refuses a statement, or says what it does; one that was looked at before was not refused. */
    Classified check(String text) {
        if (!checked.isEmpty() && checked.get(0).text().equals(text)) {
            return checked.remove(0).statement();
        }
        checked.clear();
        return guards.check(text);
    }

    /**
     * What can be sent along with the statement.
     *
     * @param only true as long as nothing else may be sent than what only reads
     */
    Following following(String text, Classified statement, BooleanSupplier only) {
        onlyReads = only;
        behindRead = new Checked(text, statement).isRead();
        return isPlain(text, statement) ? this : NOTHING;
    }

    @Override
    public List<String> statements(int most, int bytes, Stretch stretch) {
        List<String> texts = new ArrayList<>();
        int left = bytes;
        boolean reads = onlyReads.getAsBoolean();
        boolean goesOn = true;
        while (goesOn && texts.size() < most) {
            Checked next = look(texts.size());
            // A character has at most three bytes for each of its chars.
            if (next == null || 3 * next.text().length() > left || (reads && !next.isRead())) {
                break;
            }
            left -= 3 * next.text().length();
            texts.add(next.text());
            goesOn = stretch == Stretch.ALL || next.isRead();
        }
        return texts;
    }

    @Override
    public boolean isBehindRead() {
        return behindRead;
    }

    @Override
    public void prepare(int most) {
        boolean goesOn = true;
        while (goesOn && checked.size() < most) {
            Checked next = look(checked.size());
            goesOn = next != null && next.text().length() < SHORT;
        }
    }

    /** The one that is so many behind the one that runs; null when there is none, or it cannot be sent ahead. */
    private @Nullable Checked look(int index) {
        String text = behind.statement(index);
        if (index < checked.size() && !checked.get(index).text().equals(text)) {
            checked.subList(index, checked.size()).clear();
        }
        if (text != null && index == checked.size()) {
            take(text);
        }
        return index < checked.size() ? checked.get(index) : null;
    }

    private void take(String text) {
        try {
            Classified statement = guards.check(text);
            if (isPlain(text, statement)) {
                checked.add(new Checked(text, statement));
            }
        } catch (Refusal e) {
            // It is refused again when its turn comes, if it does.
        }
    }

    // Without a backslash a text means the same whatever the session takes a backslash for.
    private static boolean isPlain(String text, Classified statement) {
        return (statement.isQuery() || ROW_CHANGES.contains(statement.kind()))
                && statement.reasons().stream().allMatch(reason -> ROW_CHANGES.contains(reason.what()))
                && statement.settings().isEmpty()
                && statement.kept() == null
                && statement.loss().toType().isEmpty()
                && statement.block().answer() == Block.Answer.YES
                && text.indexOf('\\') < 0;
    }
}
