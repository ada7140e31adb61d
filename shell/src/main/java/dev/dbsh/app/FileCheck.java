package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.sql.BrokenSql;
import dev.dbsh.sql.FirstWords;
import dev.dbsh.sql.Open;
import dev.dbsh.sql.Piece;
import dev.dbsh.sql.Splitter;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file to its end before anything of it is run, and refuses one that could not be run to its end. */
final class FileCheck {
    private static final String STRINGS = "standard_conforming_strings";

    /** Commands that only forbid others, all of which are refused here. */
    private static final Set<String> HARMLESS = Set.of("\\restrict", "\\unrestrict");

    private final SqlFile.Request request;
    private final Splitter splitter;

    /** @param standardStrings as the session has it where the file begins */
    FileCheck(SqlFile.Request request, InputStream in, boolean standardStrings) {
        this.request = request;
        this.splitter = new Splitter(in, FirstWords.OF_SQL);
        splitter.standardStrings(standardStrings);
    }

    /** How many statements there are. */
    long count() throws IOException {
        long count = 0;
        boolean inside = false;
        for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
            if (piece.kind() == Piece.Kind.PSQL) {
                check(firstWord(piece), piece, inside);
            }
            inside = piece.ending() == Piece.Ending.BACKSLASH;
            if (isRun(piece)) {
                count++;
                check(piece);
            }
        }
        checkEnd(request, splitter.open());
        return count;
    }

    /** True for what is sent. */
    static boolean isRun(Piece piece) {
        return piece.kind() == Piece.Kind.SQL && !piece.text().isEmpty();
    }

    /** A pipe that breaks off looks like a text that has ended, so its last statement needs its semicolon. */
    static void checkEnd(SqlFile.Request request, Open open) throws BrokenSql {
        boolean cut = request.file().equals(SqlFile.STANDARD_INPUT) && open.what() != Open.What.NOTHING;
        if (cut || !open.isWhole()) {
            throw open.failure();
        }
    }

    private void check(String word, Piece piece, boolean inside) {
        if (inside || !HARMLESS.contains(word)) {
            throw refused(piece, word + PsqlHabits.IS_OF_PSQL, PsqlHabits.here(word));
        }
    }

    private void check(Piece piece) {
        Optional<String> problem = request.together() ? OneTransaction.problem(piece.text()) : Optional.empty();
        if (problem.isPresent()) {
            throw refused(piece, problem.get(), "leave out --single-transaction, or the statement");
        }
        follow(piece.text());
    }

    /** What the file itself says about its strings holds for what follows. */
    private void follow(String statement) {
        if (!statement.regionMatches(true, 0, "set", 0, 3)) {
            return;
        }
        List<Token> tokens = Tokens.of(statement, true);
        boolean named = tokens.stream().anyMatch(token -> token.isWord(STRINGS));
        if (named) {
            splitter.standardStrings(!tokens.get(tokens.size() - 1).name().equals("off"));
        }
    }

    private static String firstWord(Piece piece) {
        return piece.text().split("\\s", 2)[0];
    }

    private Refusal refused(Piece piece, String why, String hint) {
        return Refusal.of(
                Refusal.Kind.INPUT, request.name() + ", " + piece.start() + ": " + why + "; nothing was run", hint);
    }
}
