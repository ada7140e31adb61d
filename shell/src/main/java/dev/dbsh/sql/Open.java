package dev.dbsh.sql;

/**
 * What is not ended where a text ends.
 *
 * @param since where it begins
 */
public record Open(What what, Position since) {
    static final Open NOTHING = new Open(What.NOTHING, Position.START);

    /** The kinds of it, each with the sign that psql shows for it in its prompt. */
    public enum What {
        NOTHING('=', "", ""),
        STATEMENT('-', "the statement is not ended", "end it with ;"),
        SINGLE_QUOTE('\'', "the quote ' is not closed", "close it with '"),
        DOUBLE_QUOTE('"', "the quote \" is not closed", "close it with \""),
        DOLLAR_QUOTE('$', "the dollar quote is not closed", "close it with the tag that opens it"),
        COMMENT('*', "the comment /* is not closed", "close it with */"),
        PARENTHESIS('(', "the parenthesis is not closed", "close it with )"),
        /** {@code BEGIN ATOMIC}. */
        BODY('-', "the body of the routine is not ended", "end it with END;"),
        /** What a COPY reads; it begins where the COPY does. */
        COPY_DATA('>', "the data of this COPY is not ended", "end it with \\. on a line of its own");

        private final char sign;
        private final String problem;
        private final String remedy;

        What(char sign, String problem, String remedy) {
            this.sign = sign;
            this.problem = problem;
            this.remedy = remedy;
        }

        /** What the quote or comment is that begins there. */
        static What of(byte[] text, int at) {
            int mark = at;
            while (CharacterClass.isTagPart(text[mark]) || text[mark] == '&') {
                mark++;
            }
            return switch (text[mark]) {
                case '\'' -> SINGLE_QUOTE;
                case '"' -> DOUBLE_QUOTE;
                case '$' -> DOLLAR_QUOTE;
                default -> COMMENT;
            };
        }

        public char sign() {
            return sign;
        }
    }

    /** True when only a semicolon is missing, or nothing. */
    public boolean isWhole() {
        return what == What.NOTHING || what == What.STATEMENT;
    }

    /** The same as a failure, for a text that must not end so. */
    public BrokenSql failure() {
        return new BrokenSql(since, what.problem, what.remedy);
    }
}
