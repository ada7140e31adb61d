package dev.dbsh.query;

import org.jspecify.annotations.Nullable;

/** What stands behind a statement, where that comes from a file: the data that it copies, and other statements. */
@FunctionalInterface
public interface Behind extends CopyInput {

    /**
     * The text of a statement that will be run after this one when nothing goes wrong.
     *
     * @param index counted from 0
     * @return null when there is none, or it is not known yet
     */
    default @Nullable String statement(int index) {
        return null;
    }
}
