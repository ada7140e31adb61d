package dev.dbsh.advice;

import dev.dbsh.pg.QualifiedName;
import java.util.Optional;

/** Knows what to type when the sequence of a column is behind. */
public interface SequenceRepair {

    /** The command; empty when no sequence feeds the column, or none that is behind. */
    Optional<String> findRepair(QualifiedName table, String column);
}
