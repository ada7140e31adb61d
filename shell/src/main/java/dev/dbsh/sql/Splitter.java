package dev.dbsh.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into statements and commands, as psql would, while it is read: no more of it is kept than one piece needs.
 *
 * <p>It executes nothing. Whoever does says with {@link #standardStrings} when the server's {@code
 * standard_conforming_strings} has changed; a {@code SET} in the text changes nothing by itself, as in psql. Variables of
 * psql ({@code :name}) stay as they are.
 */
public final class Splitter {
    private static final int FIRST_WORDS = 128;
    private static final int LONGEST_LINE = 1 << 16;
    private static final String BREAKPOINT = "--> statement-breakpoint";

    private final FirstWords firstWords;
    private final Lexer lexer = new Lexer(true);
    private final StatementScope scope = new StatementScope();
    private final Window window;
    private boolean begun;
    private boolean ended;
    private boolean announced;
    private boolean interrupted;
    private int openedAt;
    private int blocks;
    private @Nullable CopyBlock data;
    private Open open = Open.NOTHING;

    /** A piece may be as long as there is room for in the memory that Java has here. */
    public Splitter(InputStream in, FirstWords firstWords) {
        this(in, firstWords, (int) Math.min(Runtime.getRuntime().maxMemory() / 8, Integer.MAX_VALUE / 2));
    }

    Splitter(InputStream in, FirstWords firstWords, int longest) {
        this.firstWords = firstWords;
        this.window = new Window(new Source(in, longest), lexer);
    }

    /** For a text that is at hand; half of a surrogate pair in it becomes a question mark. */
    public static Splitter of(String text, FirstWords firstWords) {
        return new Splitter(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), firstWords);
    }

    /** Says whether a backslash in {@code '...'} is a character like any other, from the next piece on; at first it is. */
    public void standardStrings(boolean on) {
        lexer.standardStrings(on);
    }

    /** What is not ended where the text has ended; to be asked after {@link #next} had no more, or has failed. */
    public Open open() {
        return open;
    }

    /**
     * Waits for the next piece; data of the one before that nobody has read is passed over.
     *
     * @return null when the text has ended
     * @throws BrokenSql if the text cannot be cut any further
     */
    public @Nullable Piece next() throws IOException {
        while (blocks > 0) {
            data();
        }
        endData();
        if (!begun) {
            begun = true;
            window.open();
        }
        @Nullable Piece piece = null;
        while (piece == null && !ended) {
            boolean begins = !window.isInPiece() && window.isAtToken();
            piece = begins ? begin() : token(lexer.next());
        }
        return piece;
    }

    /**
     * The next block of data that the last piece reads, without the line that ends it. It fails with {@link BrokenSql} when
     * the text ends before the data does.
     *
     * @throws IllegalStateException if no block is left
     */
    public InputStream data() throws IOException {
        if (blocks == 0) {
            throw new IllegalStateException("no data follows here");
        }
        if (data == null) {
            window.passLine();
        }
        endData();
        blocks--;
        open = new Open(Open.What.COPY_DATA, window.start());
        CopyBlock block = window.data(window.start());
        data = block;
        return block;
    }

    private void endData() throws IOException {
        CopyBlock block = data;
        if (block != null) {
            window.passData(block);
            data = null;
            open = Open.NOTHING;
        }
    }

    private @Nullable Piece begin() throws IOException {
        window.beginPiece();
        if (window.text()[window.begin()] == '\\' && !isJoin(window.begin())) {
            return psqlCommand();
        }
        if (interrupted || announced || firstWords == FirstWords.OF_SQL) {
            return null;
        }
        switch (meaning()) {
            case LINE -> {
                int end = window.lineEnd();
                lexer.skipTo(end);
                return cut(Piece.Kind.LINE, end, Piece.Ending.LINE, 0);
            }
            case REMARK -> window.pass(window.lineEnd());
            case WORD -> {
                window.pass(Signs.nameEnd(window.text(), window.begin(), window.to()));
                announced = true;
            }
            case STATEMENT, UNSURE -> {}
        }
        return null;
    }

    private FirstWords.Meaning meaning() throws IOException {
        FirstWords.Meaning first = firstWords.of(window.line(FIRST_WORDS));
        return first == FirstWords.Meaning.UNSURE ? firstWords.of(window.line(LONGEST_LINE)) : first;
    }

    private Piece psqlCommand() throws IOException {
        int end = window.lineEnd();
        PsqlCommand command = PsqlCommand.at(window.text(), window.begin(), end);
        int copies = command.copiesIn() ? 1 : 0;
        if (interrupted && command.endsStatement()) {
            copies = command.sends() ? scope.copies() : 0;
            interrupted = false;
            scope.reset();
        }
        lexer.skipTo(command.end());
        return cut(Piece.Kind.PSQL, command.argumentsEnd(), Piece.Ending.LINE, copies);
    }

    private @Nullable Piece token(Lexeme lexeme) throws IOException {
        switch (lexeme) {
            case MORE -> window.fill();
            case SPACE, BLOCK_COMMENT -> scope.gap();
            case LINE_COMMENT -> {
                scope.gap();
                return comment();
            }
            case END, UNTERMINATED -> {
                return last(lexeme);
            }
            default -> {
                return part(lexeme);
            }
        }
        return null;
    }

    private @Nullable Piece part(Lexeme lexeme) {
        byte[] text = window.text();
        int from = lexer.start();
        if (lexeme == Lexeme.GARBAGE && text[from] == '\\') {
            return backslash(from);
        }
        boolean whole = scope.isWhole();
        if (whole && lexeme == Lexeme.SYMBOL && text[from] == ';') {
            return statement(from, Piece.Ending.SEMICOLON);
        }
        scope.take(lexeme, text, from, lexer.end());
        if (whole && !scope.isWhole()) {
            openedAt = window.distance(from);
        }
        return null;
    }

    private @Nullable Piece backslash(int at) {
        if (isJoin(at)) {
            lexer.skipTo(at + 2);
            scope.join();
            return null;
        }
        interrupted = true;
        lexer.skipTo(at);
        return cut(Piece.Kind.SQL, at, Piece.Ending.BACKSLASH, 0);
    }

    /** True for a backslash that only keeps a semicolon or a colon from having its meaning. */
    private boolean isJoin(int at) {
        int next = at + 1;
        return next < window.to() && (window.text()[next] == ';' || window.text()[next] == ':');
    }

    private @Nullable Piece comment() {
        int from = lexer.start();
        int end = lexer.end();
        boolean breakpoint = end - from < FIRST_WORDS
                && window.text()[from + 2] == '>'
                && window.string(from, end).stripTrailing().equals(BREAKPOINT);
        if (!breakpoint || !scope.isWhole()) {
            return null;
        }
        if (window.isInPiece() || interrupted) {
            return statement(from, Piece.Ending.BREAKPOINT);
        }
        return cut(Piece.Kind.BREAKPOINT, from, Piece.Ending.BREAKPOINT, 0);
    }

    private @Nullable Piece last(Lexeme lexeme) {
        ended = true;
        open = stillOpen(lexeme);
        return window.isInPiece() ? statement(window.to(), Piece.Ending.TEXT) : null;
    }

    private Open stillOpen(Lexeme lexeme) {
        if (lexeme == Lexeme.UNTERMINATED) {
            return new Open(Open.What.of(window.text(), lexer.start()), window.at(lexer.start()));
        }
        if (scope.isWhole()) {
            boolean statement = window.isInPiece() || interrupted;
            return statement ? new Open(Open.What.STATEMENT, window.start()) : Open.NOTHING;
        }
        Open.What what = scope.isInParentheses() ? Open.What.PARENTHESIS : Open.What.BODY;
        return new Open(what, interrupted ? window.start() : window.atDistance(openedAt));
    }

    private Piece statement(int textEnd, Piece.Ending ending) {
        Piece piece = cut(Piece.Kind.SQL, textEnd, ending, scope.copies());
        interrupted = false;
        scope.reset();
        return piece;
    }

    /** Cuts the piece off where the lexer stands. */
    private Piece cut(Piece.Kind kind, int textEnd, Piece.Ending ending, int copies) {
        announced = false;
        blocks = copies;
        return window.piece(kind, textEnd, ending, copies);
    }
}
