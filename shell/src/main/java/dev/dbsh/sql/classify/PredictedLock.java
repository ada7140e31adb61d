package dev.dbsh.sql.classify;

/** A lock that a statement takes on something that was there before, as far as its text tells. */
public record PredictedLock(LockLevel level, NamedObject on) {

    PredictedLock or(PredictedLock other) {
        return other.level.compareTo(level) > 0 ? other : this;
    }
}
