package dev.dbsh.sql;

/**
 * One statement or command of a text.
 *
 * @param leading what stands before it: white space and comments, as they are
 * @param text without what ends it; may be empty, for a semicolon alone
 * @param start where the text begins
 * @param end behind what ends it
 * @param copies how many blocks of data follow that it reads, each up to its {@code \.}
 */
public record Piece(Kind kind, String leading, String text, Position start, Position end, Ending ending, int copies) {

    /** Whose language it is in. */
    public enum Kind {
        SQL,
        /** A command of psql, from its backslash on. */
        PSQL,
        /** A line that the caller claimed. */
        LINE,
        /** drizzle's {@code --> statement-breakpoint} where no statement is open. */
        BREAKPOINT
    }

    /** What ends it. */
    public enum Ending {
        SEMICOLON,
        /** drizzle's {@code --> statement-breakpoint}. */
        BREAKPOINT,
        /** A command of psql, which comes next. After some of them psql goes on with the statement. */
        BACKSLASH,
        /** A command ends with its line, which for one of psql may be before the next backslash. */
        LINE,
        /** The end of the text. What is then still open, the splitter tells. */
        TEXT
    }
}
