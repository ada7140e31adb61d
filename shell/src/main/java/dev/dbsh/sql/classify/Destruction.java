package dev.dbsh.sql.classify;

/** The worst that a statement can do to what is there, as far as its text tells; the data may make it harmless. */
public enum Destruction {
    /** Nothing that was there goes. */
    D0,
    /** What goes can be made again from its definition. */
    D1,
    /** Nothing is lost, but who relies on it breaks. */
    D2,
    /** Loses what matches its condition or does not fit: that may be nothing. */
    D3,
    /** Loses what is stored. */
    D4;

    Destruction or(Destruction other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
