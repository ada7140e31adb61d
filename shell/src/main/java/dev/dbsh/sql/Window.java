package dev.dbsh.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The part of a text that one piece is cut out of: from what stands before the piece to what has been read. */
final class Window {
    private static final int NONE = -1;

    private final Source source;
    private final Lexer lexer;
    private int leading;
    private int begin = NONE;
    private Position start = Position.START;

    Window(Source source, Lexer lexer) {
        this.source = source;
        this.lexer = lexer;
    }

    byte[] text() {
        return source.text();
    }

    int to() {
        return source.to();
    }

    /** True when a piece has begun. */
    boolean isInPiece() {
        return begin != NONE;
    }

    /** Where the piece begins. */
    int begin() {
        return begin;
    }

    /** The same as a place; that of the piece before when none has begun. */
    Position start() {
        return start;
    }

    /** The place of a byte, which is asked for from front to back. */
    Position at(int index) {
        return source.at(index);
    }

    /** The distance of a byte from what stands before the piece; {@link #fill} does not change it. */
    int distance(int index) {
        return index - leading;
    }

    /** The place of the byte at that distance. */
    Position atDistance(int distance) {
        return source.at(leading + distance);
    }

    /** Waits for the first text, and goes behind a byte order mark. */
    void open() throws IOException {
        fill();
        leading = source.pastByteOrderMark();
        lexer.skipTo(leading);
    }

    /** Waits for more text; indexes change, distances do not. */
    void fill() throws IOException {
        int moved = source.fill(leading);
        leading = 0;
        begin = begin == NONE ? NONE : begin - moved;
        lexer.moved(moved);
        lexer.take(source.text(), source.to(), source.isLast());
    }

    /** True when no white space or comment follows, as far as can be seen. */
    boolean isAtToken() {
        int at = lexer.end();
        if (at == source.to() || CharacterClass.isSpace(source.text()[at])) {
            return false;
        }
        byte c = source.text()[at];
        if (at + 1 == source.to()) {
            return source.isLast() || (c != '-' && c != '/' && c != '\\');
        }
        byte second = source.text()[at + 1];
        return !(c == '-' && second == '-') && !(c == '/' && second == '*');
    }

    /** Begins the piece with the next token. */
    void beginPiece() {
        begin = lexer.end();
        start = source.at(begin);
    }

    /** Takes the piece up to the index for something that stands before the next one. */
    void pass(int end) {
        lexer.skipTo(end);
        begin = NONE;
    }

    /** Ends the piece where the lexer stands; without one that has begun, it is empty. */
    Piece piece(Piece.Kind kind, int textEnd, Piece.Ending ending, int copies) {
        int textStart = begin;
        if (begin == NONE) {
            textStart = textEnd;
            start = source.at(textEnd);
        }
        int end = lexer.end();
        String before = string(leading, textStart);
        Piece piece = new Piece(kind, before, string(textStart, textEnd), start, source.at(end), ending, copies);
        leading = end;
        begin = NONE;
        return piece;
    }

    /** Takes what is left of the line, which may only be a comment; the data of a COPY begins on the next. */
    void passLine() throws IOException {
        int length = lineLength(leading, Integer.MAX_VALUE);
        int end = leading + length;
        int at = leading;
        while (at < end && CharacterClass.isSpace(source.text()[at])) {
            at++;
        }
        boolean comment = at + 1 < end && source.text()[at] == '-' && source.text()[at + 1] == '-';
        if (at < end && !comment) {
            throw new BrokenSql(
                    source.at(at),
                    "only a comment may stand behind COPY ... FROM STDIN on its line",
                    "put it behind the data");
        }
        leading = Math.min(end + 1, source.to());
    }

    /** The data that begins here, for a COPY that begins there. */
    CopyBlock data(Position copy) {
        return new CopyBlock(source, copy, leading);
    }

    /** Goes on behind that data. */
    void passData(CopyBlock data) throws IOException {
        data.transferTo(OutputStream.nullOutputStream());
        leading = data.at();
        lexer.take(source.text(), source.to(), source.isLast());
        lexer.skipTo(leading);
    }

    /** The line from the beginning of the piece on, or as many bytes of it. */
    String line(int limit) throws IOException {
        int length = lineLength(begin, limit);
        return string(begin, begin + length);
    }

    /** Where the line ends that the piece begins in. */
    int lineEnd() throws IOException {
        int length = lineLength(begin, Integer.MAX_VALUE);
        return begin + length;
    }

    private int lineLength(int from, int limit) throws IOException {
        int distance = distance(from);
        int length = 0;
        while (length < limit) {
            int at = leading + distance + length;
            if (at < source.to()) {
                if (source.text()[at] == '\n') {
                    break;
                }
                length++;
            } else if (source.isLast()) {
                break;
            } else {
                fill();
            }
        }
        return length;
    }

    String string(int from, int to) {
        return from == to ? "" : new String(source.text(), from, to - from, StandardCharsets.UTF_8);
    }
}
