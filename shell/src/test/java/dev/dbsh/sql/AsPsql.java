package dev.dbsh.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of a text put together as psql puts them together before it sends them. */
final class AsPsql {
    private static final Pattern SENDS = Pattern.compile("\\\\(g|gx|gset|gexec|gdesc|crosstabview)\\b.*");
    private static final Pattern DROPS = Pattern.compile("\\\\(r|reset)\\b.*");
    private static final Pattern STRINGS =
            Pattern.compile("(?is)(set|reset)\\s+(?:local\\s+|session\\s+)?standard_conforming_strings\\b(.*)");

    private static final Pattern SETS = Pattern.compile("\\\\set (\\w+) '((?:[^']|'')*)'\\s*");

    private final Set<Integer> refused;
    private final List<String> sent = new ArrayList<>();
    private Splitter splitter;
    private boolean standardStrings = true;
    private String pending = "";
    private String previous = "";
    private byte[] rest;
    private int line;

    /** @param refused the lines in which a COPY ends that the server refused, so that psql reads no data behind it */
    AsPsql(byte[] text, Set<Integer> refused) {
        this.refused = refused;
        this.rest = text;
        this.splitter = splitter();
    }

    /** Up to where the text is broken, if it is. */
    List<String> sent() throws IOException {
        try {
            read();
        } catch (BrokenSql e) {
            // What psql makes of the rest is its own affair.
        }
        return sent;
    }

    private void read() throws IOException {
        for (Piece piece = splitter.next(); piece != null; piece = splitter.next()) {
            Matcher sets = SETS.matcher(piece.text());
            if (piece.kind() == Piece.Kind.SQL) {
                sql(piece);
            } else if (sets.matches()) {
                restart(piece, sets.group(1), sets.group(2).replace("''", "'"));
            } else if (piece.kind() == Piece.Kind.PSQL) {
                command(piece.text());
            }
            if (piece.copies() > 0 && refused.contains(line + piece.end().line())) {
                restart(piece, "", "");
            }
        }
    }

    /** Begins anew behind the piece, with the value in the places of the variable. */
    private void restart(Piece piece, String variable, String value) {
        line += piece.end().line() - 1;
        int from = (int) piece.end().offset();
        rest = Arrays.copyOfRange(rest, from, rest.length);
        if (!variable.isEmpty()) {
            rest = new String(rest, StandardCharsets.UTF_8)
                    .replaceAll("(?<![:\\w]):" + variable + "\\b", Matcher.quoteReplacement(value))
                    .getBytes(StandardCharsets.UTF_8);
        }
        splitter = splitter();
    }

    private Splitter splitter() {
        Splitter next = new Splitter(new ByteArrayInputStream(rest), FirstWords.OF_SQL);
        next.standardStrings(standardStrings);
        return next;
    }

    private void sql(Piece piece) {
        String before = pending.isEmpty() ? fromComment(piece.leading()) : pending + piece.leading();
        pending = before + piece.text();
        switch (piece.ending()) {
            case BACKSLASH -> pending = withoutNewline(pending);
            case SEMICOLON -> {
                pending += ";";
                send();
            }
            case TEXT -> {
                pending = withoutNewline(pending);
                send();
            }
            case BREAKPOINT, LINE -> send();
        }
        Matcher strings = STRINGS.matcher(piece.text());
        if (strings.matches()) {
            standardStrings = !strings.group(2).contains("off");
            splitter.standardStrings(standardStrings);
        }
    }

    private void command(String command) {
        if (SENDS.matcher(command).matches()) {
            pending = pending.isEmpty() ? previous : pending;
            send();
        } else if (DROPS.matcher(command).matches()) {
            pending = "";
        }
    }

    private void send() {
        sent.add(withoutEmptyLines(pending).replace("\\;", ";").replace("\\:", ":"));
        previous = pending;
        pending = "";
    }

    private static String withoutNewline(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** psql sends a block comment before a statement, but no other. */
    private static String fromComment(String leading) {
        int at = 0;
        while (at < leading.length() && !leading.startsWith("/*", at)) {
            if (leading.startsWith("--", at)) {
                while (at < leading.length() && leading.charAt(at) != '\n' && leading.charAt(at) != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
        return leading.substring(at);
    }

    /** psql leaves out empty lines, except in what is quoted and in block comments. */
    static String withoutEmptyLines(String statement) {
        byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
        Lexer lexer = new Lexer(true);
        lexer.take(bytes, bytes.length, true);
        StringBuilder kept = new StringBuilder();
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            String part = new String(bytes, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8);
            kept.append(lexeme == Lexeme.SPACE ? part.replaceAll("\n{2,}", "\n") : part);
        }
        return kept.toString();
    }
}
