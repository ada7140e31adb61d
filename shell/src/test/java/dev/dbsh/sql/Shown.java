package dev.dbsh.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The pieces of a text, written for people. */
final class Shown {
    private final Splitter splitter;
    private final StringBuilder out = new StringBuilder();

    private Shown(Splitter splitter) {
        this.splitter = splitter;
    }

    static String of(byte[] text) throws IOException {
        return of(new Splitter(new ByteArrayInputStream(text), FirstWords.OF_SQL));
    }

    static String of(Splitter splitter) throws IOException {
        return new Shown(splitter).write();
    }

    private String write() throws IOException {
        try {
            for (@Nullable Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
                add(piece);
                for (int i = 0; i < piece.copies(); i++) {
                    add(splitter.data());
                }
            }
            Open open = splitter.open();
            if (open.what() != Open.What.NOTHING) {
                out.append("open: ")
                        .append(open.what())
                        .append(" since ")
                        .append(open.since())
                        .append('\n');
            }
        } catch (BrokenSql e) {
            out.append("broken: ").append(e.getMessage()).append('\n');
        }
        return out.toString();
    }

    private void add(Piece piece) {
        if (!piece.leading().isBlank()) {
            lines("~ ", piece.leading().strip());
        }
        out.append(piece.start().line()).append(':').append(piece.start().column());
        out.append(' ')
                .append(piece.kind())
                .append(" up to ")
                .append(piece.ending())
                .append('\n');
        lines("| ", piece.text());
    }

    private void add(InputStream data) throws IOException {
        lines("< ", new String(data.readAllBytes(), StandardCharsets.UTF_8));
        out.append("< end of data\n");
    }

    private void lines(String mark, String text) {
        if (!text.isEmpty()) {
            String visible = text.replace("\r", "␍").replace("\f", "␌").replace("\u000b", "␋");
            out.append(mark)
                    .append(visible.replaceAll("\n(?!$)", "\n" + mark))
                    .append(visible.endsWith("\n") ? "" : "\n");
        }
    }
}
