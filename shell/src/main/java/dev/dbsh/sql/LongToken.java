package dev.dbsh.sql;

/** A token that may be longer than the text at hand: it remembers how far it has been looked at. */
sealed interface LongToken permits Quote, DollarQuote, LineComment, BlockComment {
    /** Answer of {@link #end}: the text stops before the token does, or before it is known whether it does. */
    int GOES_ON = -1;

    /**
     * Looks on for the end.
     *
     * @param last true when no text follows after {@code to}
     * @return where the token ends, or {@link #GOES_ON}
     */
    int end(byte[] text, int to, boolean last);

    /** Tells that the text has been moved to the front by so many bytes. */
    void moved(int by);
}
