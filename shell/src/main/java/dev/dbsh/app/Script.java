package dev.dbsh.app;

import dev.dbsh.query.CopyCommand;
import dev.dbsh.sql.BrokenSql;
import dev.dbsh.sql.FirstWords;
import dev.dbsh.sql.Open;
import dev.dbsh.sql.Piece;
import dev.dbsh.sql.Position;
import dev.dbsh.sql.Splitter;
import dev.dbsh.sql.classify.Classifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was typed or is piped in, cut while it is read into what is run one by one: a line whose first word is a command, or
 * SQL up to its semicolon.
 */
final class Script {
    private final Set<String> settings;
    private final BooleanSupplier standardStrings;
    private final Splitter splitter;
    private byte @Nullable [] whole;
    private boolean lastNeedsEnd;
    private boolean ended;

    /** How a unit is to be understood. */
    enum Kind {
        COMMAND,
        SQL
    }

    /**
     * What is run at once.
     *
     * @param line where it begins, counted from 1
     * @param before the statement that a command of psql stands in, up to there; null when it stands alone
     * @param data the lines behind it that it reads; null when there are none
     */
    record Unit(
            Kind kind,
            String text,
            int line,
            @Nullable String before,
            @Nullable InputStream data) {
        Unit(Kind kind, String text, int line) {
            this(kind, text, line, null, null);
        }
    }

    /** @param standardStrings whether the server takes a backslash for a character like any other; asked at each statement */
    Script(InputStream in, Set<String> settings, BooleanSupplier standardStrings) {
        this.settings = settings;
        this.standardStrings = standardStrings;
        this.splitter = new Splitter(in, this::meaning);
    }

    /** A text that is at hand as a whole; its last statement needs no semicolon. */
    static Script of(String text, Set<String> settings, BooleanSupplier standardStrings) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Script script = new Script(new ByteArrayInputStream(bytes), settings, standardStrings);
        script.whole = bytes;
        return script;
    }

    /** Takes a last statement without its semicolon for one whose rest is missing. */
    Script withoutLooseEnd() {
        lastNeedsEnd = true;
        return this;
    }

    /**
     * Waits for the next unit.
     *
     * @return null when there is none
     * @throws BrokenSql if what follows is not ended, or is no text
     */
    @Nullable
    Unit next() throws IOException {
        String before = null;
        for (Piece piece = nextPiece(); piece != null; piece = nextPiece()) {
            switch (piece.kind()) {
                case SQL -> {
                    before = piece.text();
                    if (isRun(piece)) {
                        return new Unit(Kind.SQL, sql(piece), piece.start().line(), null, data(piece));
                    }
                }
                case PSQL, LINE -> {
                    return new Unit(
                            Kind.COMMAND, command(piece.text()), piece.start().line(), before, null);
                }
                case BREAKPOINT -> {}
            }
        }
        if (!ended) {
            checkEnd();
        }
        return null;
    }

    private @Nullable Piece nextPiece() throws IOException {
        return ended ? null : splitter.next();
    }

    // A text that ends behind its COPY leaves the data to whoever has some.
    private @Nullable InputStream data(Piece piece) throws IOException {
        if (piece.copies() == 0) {
            return null;
        }
        InputStream lines = splitter.data();
        ended = whole != null && !hasLinesBehind(whole, piece.end());
        return ended ? null : lines;
    }

    private static boolean hasLinesBehind(byte[] text, Position end) {
        for (int i = (int) end.offset(); i < text.length - 1; i++) {
            if (text[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Reads to the end of the text and fails where {@link #next} would; data of a COPY may stand outside of the text. */
    void check() throws IOException {
        try {
            for (Unit unit = next(); unit != null; unit = next()) {
                // up to the end
            }
        } catch (BrokenSql e) {
            if (splitter.open().what() != Open.What.COPY_DATA) {
                throw e;
            }
        }
    }

    /** Reads to the end of the text: what it lacks, by the sign in psql's prompt; empty when nothing, or when it is broken. */
    String missing() {
        try {
            for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
                // up to the end
            }
        } catch (BrokenSql e) {
            // Whoever runs it says so; what a COPY lacks is open all the same.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Open.What what = splitter.open().what();
        return what == Open.What.NOTHING ? "" : Character.toString(what.sign());
    }

    // What a command of psql follows is run by none of ours: that command may as well drop it.
    private static boolean isRun(Piece piece) {
        return piece.ending() != Piece.Ending.BACKSLASH && !piece.text().isEmpty();
    }

    private String sql(Piece piece) throws IOException {
        if (piece.ending() != Piece.Ending.TEXT) {
            return piece.text();
        }
        checkEnd();
        return piece.text().stripTrailing();
    }

    private void checkEnd() throws IOException {
        Open open = splitter.open();
        if (!open.isWhole() || (lastNeedsEnd && open.what() != Open.What.NOTHING)) {
            throw open.failure();
        }
    }

    private static String command(String text) {
        String line = text.strip();
        while (line.endsWith(";")) {
            line = line.substring(0, line.length() - 1).strip();
        }
        return line;
    }

    private FirstWords.Meaning meaning(String line) {
        if (line.startsWith("#")) {
            return FirstWords.Meaning.REMARK;
        }
        String word = word(line);
        boolean named = word.equals("sql") && !SqlFile.isNamed(line);
        if (!named && !beginsStatement(line, word)) {
            return FirstWords.Meaning.LINE;
        }
        splitter.standardStrings(standardStrings.getAsBoolean());
        if (word.equalsIgnoreCase("copy")) {
            return CopyCommand.isMeant(line.substring(word.length()))
                    ? FirstWords.Meaning.LINE
                    : FirstWords.Meaning.UNSURE;
        }
        return named ? FirstWords.Meaning.WORD : FirstWords.Meaning.STATEMENT;
    }

    private boolean beginsStatement(String line, String word) {
        if (line.startsWith("(") || line.startsWith(";")) {
            return true;
        }
        return Classifier.beginsStatement(word.toLowerCase(Locale.ROOT)) && !(word.equals("set") && isSetting(line));
    }

    // "set" alone, and with the name of one of our own settings, is the command; every other SET is SQL.
    private boolean isSetting(String line) {
        String[] words = line.split("[\\s;]+", 3);
        return words.length == 1 || words[1].isEmpty() || settings.contains(words[1]);
    }

    private static String word(String line) {
        int end = 0;
        while (end < line.length() && isNamePart(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
