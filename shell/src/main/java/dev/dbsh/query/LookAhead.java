package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Following;
import dev.dbsh.sql.classify.Block;
import dev.dbsh.sql.classify.Classified;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Says which statements can be sent before the one in front of them has been answered: those that read or change rows and
 * do nothing else. All of them have passed the same checks as the others, and none of those depends on what is run between.
 */
final class LookAhead implements Following {
    private static final Set<String> ROW_CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    private final Guards guards;
    private final Behind behind;
    private final Deque<Checked> checked = new ArrayDeque<>();

    private record Checked(String text, Classified statement) {}

    LookAhead(Guards guards, Behind behind) {
        this.guards = guards;
        this.behind = behind;
    }

    /** Refuses a statement, or says what it does; one that was looked at before was not refused. */
    Classified check(String text) {
        Checked next = checked.poll();
        if (next != null && next.text().equals(text)) {
            return next.statement();
        }
        checked.clear();
        return guards.check(text);
    }

    /** What can be sent along with the statement. */
    Following following(String text, Classified statement) {
        return isPlain(text, statement) ? this : NOTHING;
    }

    @Override
    public List<String> statements(int most, int bytes) {
        List<String> texts = new ArrayList<>();
        int left = bytes;
        while (texts.size() < most) {
            String text = behind.statement(texts.size());
            // A character has at most three bytes for each of its chars.
            if (text == null || 3 * text.length() > left || !isTaken(text)) {
                break;
            }
            left -= 3 * text.length();
            texts.add(text);
        }
        return texts;
    }

    private boolean isTaken(String text) {
        try {
            Classified statement = guards.check(text);
            boolean plain = isPlain(text, statement);
            if (plain) {
                checked.add(new Checked(text, statement));
            }
            return plain;
        } catch (Refusal e) {
            // It is refused again when its turn comes, if it does.
            return false;
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
