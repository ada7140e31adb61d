package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import dev.dbsh.sql.Token;
import dev.dbsh.sql.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code copy TABLE[(cols)]|(QUERY) to|from FILE|- [with (...)]} asks for. Only the file is ours; all else is the
 * server's COPY and goes to it as it was typed.
 *
 * @param what the table or the query
 * @param out true when the server's rows go to the file
 * @param file {@code -} is standard input or output
 * @param options what follows the file; may be empty
 */
record CopyLine(String what, boolean out, String file, String options) {
    private static final String USAGE = "usage: copy TABLE[(cols)]|(QUERY) to|from FILE|- [with (...)]";
    private static final Set<String> OF_THE_SERVER = Set.of("stdin", "stdout", "program");

    /** The server's statement. */
    String statement() {
        return "COPY " + what + (out ? " TO STDOUT" : " FROM STDIN") + (options.isEmpty() ? "" : " " + options);
    }

    /** True for standard input or output. */
    boolean isStandard() {
        return file.equals("-");
    }

    /**
     * Reads the words behind {@code copy}, which came from the operating system or are one text as it was typed.
     *
     * @throws Refusal if they make no copy
     */
    static CopyLine of(List<String> words) {
        for (int at = 1; at + 1 < words.size(); at++) {
            String before = String.join(" ", words.subList(0, at));
            if (isDirection(words.get(at)) && depth(Tokens.of(before, true)) == 0) {
                String options = String.join(" ", words.subList(at + 2, words.size()));
                return checked(new CopyLine(before, isOut(words.get(at)), words.get(at + 1), options));
            }
        }
        return find(String.join(" ", words))
                .map(CopyLine::checked)
                .orElseThrow(() -> Refusal.usage("copy needs to or from, and a file of this machine", USAGE));
    }

    /**
     * Reads a line as it was typed; empty when it is the server's own COPY: one with {@code STDIN}, {@code STDOUT} or
     * {@code PROGRAM}, or with a file of the server's, which SQL has in single quotes.
     */
    static Optional<CopyLine> find(String typed) {
        List<Token> tokens = Tokens.of(typed, true);
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean divides = token.kind() == Token.Kind.WORD && isDirection(token.name());
            if (divides && depth(tokens.subList(0, i)) == 0) {
                return find(typed.substring(0, token.start()).strip(), token, typed.substring(token.end()));
            }
        }
        return Optional.empty();
    }

    private static Optional<CopyLine> find(String what, Token direction, String rest) {
        String target = rest.strip();
        int end = endOfFile(target);
        String file = target.substring(0, end);
        if (end == 0 || file.startsWith("'") || OF_THE_SERVER.contains(file.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String name = file.startsWith("\"") ? file.substring(1, end - 1).replace("\"\"", "\"") : file;
        return Optional.of(new CopyLine(
                what, isOut(direction.name()), name, target.substring(end).strip()));
    }

    private static int endOfFile(String target) {
        boolean quoted = target.startsWith("\"");
        boolean inside = false;
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (quoted && c == '"') {
                inside = !inside;
            }
            if (!inside && (Character.isWhitespace(c) || c == ';')) {
                return i;
            }
        }
        return inside ? 0 : target.length();
    }

    private static CopyLine checked(CopyLine line) {
        if (line.options().endsWith(";")) {
            String options = line.options().substring(0, line.options().length() - 1);
            return checked(new CopyLine(line.what(), line.out(), line.file(), options.strip()));
        }
        if (Tokens.of(line.options(), true).stream().anyMatch(token -> token.isSymbol(";"))) {
            throw Refusal.usage("copy takes the whole of its line", USAGE);
        }
        return line;
    }

    private static boolean isDirection(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.equals("to") || lower.equals("from");
    }

    private static boolean isOut(String word) {
        return word.equalsIgnoreCase("to");
    }

    private static int depth(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")")) {
                depth--;
            }
        }
        return depth;
    }
}
