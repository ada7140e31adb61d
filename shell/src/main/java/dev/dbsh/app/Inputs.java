package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.query.CopyInput;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a COPY without a file reads: the lines behind it where there are any, else standard input as a whole. */
final class Inputs implements CopyInput {
    private @Nullable InputStream standard;
    private @Nullable InputStream inline;

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
