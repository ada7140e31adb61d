package dev.dbsh.advice;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows what the sequence of a column has to do with a duplicate key. */
public interface SequenceRepair {

    /**
     * How it stands, and the command when there is one; empty when no sequence feeds the column.
     *
     * @param session that can be asked
     * @param value that is stored already; null when it is not known
     */
    Optional<Suggestion> findRepair(Session session, QualifiedName table, String column, @Nullable String value);
}
