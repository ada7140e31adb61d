package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.sql.Piece;
import dev.dbsh.sql.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The statements of a file one by one, of which some are cut before their turn because they may be sent ahead. */
final class Pieces {
    private final Splitter splitter;
    private final BooleanSupplier standardStrings;
    private final List<Cut> ahead = new ArrayList<>();
    private @Nullable IOException failure;

    /** A statement, and how its strings were read. */
    private record Cut(Piece piece, boolean standardStrings) {
        boolean holdsUnder(boolean standardStringsNow) {
            return standardStrings == standardStringsNow || piece.text().indexOf('\\') < 0;
        }
    }

    /** @param standardStrings as the session has it; asked at each statement */
    Pieces(Splitter splitter, BooleanSupplier standardStrings) {
        this.splitter = splitter;
        this.standardStrings = standardStrings;
    }

    /** The next one to be run; null at the end. */
    @Nullable
    Piece next() throws IOException {
        Cut cut = ahead.isEmpty() ? cut() : ahead.remove(0);
        if (cut != null && !cut.holdsUnder(standardStrings.getAsBoolean())) {
            throw Refusal.of(
                    Refusal.Kind.INPUT,
                    "the statement before has changed standard_conforming_strings from inside a function; from line "
                            + cut.piece().start().line() + " on nothing was run",
                    "set it in a statement of its own");
        }
        return cut == null ? null : cut.piece();
    }

    /** The data of the piece that {@link #next} has given. */
    InputStream data() throws IOException {
        return splitter.data();
    }

    /** The text of one that comes later; null when there is none, or what stands before it has to be read first. */
    @Nullable
    String look(int index) {
        while (ahead.size() <= index && goesOn()) {
            try {
                Cut cut = cut();
                if (cut == null) {
                    return null;
                }
                ahead.add(cut);
            } catch (IOException e) {
                failure = e;
            }
        }
        return index < ahead.size() ? statement(ahead.get(index).piece()) : null;
    }

    /** Where one begins that was looked at; counted from 1. */
    int line(int index) {
        return ahead.get(index).piece().start().line();
    }

    /** As it is sent. */
    static String statement(Piece piece) {
        return piece.text().stripTrailing();
    }

    private boolean goesOn() {
        return failure == null
                && (ahead.isEmpty() || ahead.get(ahead.size() - 1).piece().copies() == 0);
    }

    private @Nullable Cut cut() throws IOException {
        IOException before = failure;
        if (before != null) {
            throw before;
        }
        boolean strings = standardStrings.getAsBoolean();
        splitter.standardStrings(strings);
        for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
            if (FileCheck.isRun(piece)) {
                return new Cut(piece, strings);
            }
        }
        return null;
    }
}
