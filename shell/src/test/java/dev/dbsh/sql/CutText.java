package dev.dbsh.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a text has been cut into.
 *
 * @param data the blocks of all pieces, one after the other
 * @param broken what was wrong with the rest; null when nothing was
 */
record CutText(
        List<Piece> pieces,
        List<String> data,
        Open open,
        @Nullable String broken) {
    private static final Set<String> ENDS = Set.of("", ";", "\\\\", "--> statement-breakpoint");

    static CutText of(Splitter splitter, boolean standardStrings) throws IOException {
        splitter.standardStrings(standardStrings);
        List<Piece> pieces = new ArrayList<>();
        List<String> data = new ArrayList<>();
        String broken = null;
        try {
            for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
                pieces.add(piece);
                for (int i = 0; i < piece.copies(); i++) {
                    data.add(new String(splitter.data().readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (BrokenSql e) {
            broken = e.getMessage();
        }
        return new CutText(pieces, data, splitter.open(), broken);
    }

    /** Nothing of the text is lost, and nothing is in it that is not there. */
    void checkAgainst(byte[] text) {
        int at = text.length >= 3 && Utf8.isByteOrderMark(text, 0) ? 3 : 0;
        int block = 0;
        for (Piece piece : pieces) {
            int start = (int) piece.start().offset();
            int end = (int) piece.end().offset();
            byte[] body = piece.text().getBytes(StandardCharsets.UTF_8);
            assertThat(Arrays.copyOfRange(text, at, start))
                    .isEqualTo(piece.leading().getBytes(StandardCharsets.UTF_8));
            assertThat(Arrays.copyOfRange(text, start, start + body.length)).isEqualTo(body);
            assertThat(string(text, start + body.length, end).stripTrailing()).isIn(ENDS);
            assertThat(piece.end()).isEqualTo(place(text, end));
            at = end;
            for (int i = 0; i < piece.copies() && block < data.size(); i++) {
                at = pastBlock(text, i == 0 ? pastLine(text, at) : at, data.get(block++));
            }
        }
        if (broken == null) {
            assertNothingLeft(text, at);
        }
    }

    private static Position place(byte[] text, int offset) {
        String before = string(text, 0, offset);
        int lineStart = before.lastIndexOf('\n') + 1;
        String line = before.substring(lineStart);
        int column = line.codePointCount(0, line.length()) + (lineStart == 0 && line.startsWith("\ufeff") ? 0 : 1);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(offset, before.codePointCount(0, before.length()), lines + 1, column);
    }

    private static int pastLine(byte[] text, int from) {
        int end = pastLineFeed(text, from);
        assertThat(string(text, from, end).strip()).matches("(--.*)?");
        return end;
    }

    private static int pastBlock(byte[] text, int from, String block) {
        int end = from + block.getBytes(StandardCharsets.UTF_8).length;
        assertThat(string(text, from, end)).isEqualTo(block);
        int at = pastLineFeed(text, end);
        assertThat(string(text, end, at).stripTrailing()).isEqualTo("\\.");
        return at;
    }

    private static int pastLineFeed(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, text.length);
    }

    private void assertNothingLeft(byte[] text, int from) {
        Lexer lexer = new Lexer(true);
        byte[] rest = Arrays.copyOfRange(text, from, text.length);
        lexer.take(rest, rest.length, true);
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            boolean comment = open.what() == Open.What.COMMENT && lexeme == Lexeme.UNTERMINATED;
            assertThat(comment
                            || Set.of(Lexeme.SPACE, Lexeme.LINE_COMMENT, Lexeme.BLOCK_COMMENT)
                                    .contains(lexeme))
                    .isTrue();
        }
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
