package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.query.Behind;
import java.io.InputStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a statement: the lines that a COPY without a file reads, else standard input as a whole, and the
 * statements that follow.
 */
final class Inputs implements Behind {
    private @Nullable InputStream standard;
    private @Nullable InputStream inline;
    private @Nullable IntFunction<@Nullable String> following;

    Inputs(InputStream standard) {
        this.standard = standard;
    }

    /** Says that what is run comes from standard input, so that no COPY can have it as well. */
    void standardIsTaken() {
        standard = null;
    }

    /** @param lines what follows the statement that runs next; null when nothing does */
    void inline(@Nullable InputStream lines) {
        inline = lines;
    }

    /** @param statements what will be run next, by their numbers; null when nobody knows */
    void follow(@Nullable IntFunction<@Nullable String> statements) {
        following = statements;
    }

    @Override
    public @Nullable String statement(int index) {
        return following == null ? null : following.apply(index);
    }

    @Override
    public InputStream open() {
        InputStream chosen = inline == null ? standard : inline;
        if (chosen == null) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "there is no data to copy",
                    "write it in the lines behind the statement, ended by \\., or name a file");
        }
        return chosen;
    }
}
