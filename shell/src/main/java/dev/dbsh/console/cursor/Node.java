package dev.dbsh.console.cursor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a statement.
 *
 * @param text a word in lower case, a sign as it is, what a string means; empty for all others
 * @param names the parts of a name as the server reads them; a word may be a keyword or a name
 * @param inside what stands between brackets
 */
record Node(
        Type type,
        String text,
        List<String> names,
        @Nullable Level inside) {

    enum Type {
        WORD,
        /** A name that can be nothing else, being quoted or qualified. */
        NAME,
        SIGN,
        VALUE,
        GROUP
    }

    static Node word(String text) {
        return new Node(Type.WORD, text, List.of(text), null);
    }

    static Node name(List<String> names) {
        return new Node(Type.NAME, "", List.copyOf(names), null);
    }

    static Node sign(String text) {
        return new Node(Type.SIGN, text, List.of(), null);
    }

    static Node value(String text) {
        return new Node(Type.VALUE, text, List.of(), null);
    }

    static Node group(Level inside) {
        return new Node(Type.GROUP, "", List.of(), inside);
    }

    boolean is(String word) {
        return type == Type.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return type == Type.SIGN && text.equals(sign);
    }

    /** The word or sign; empty for all others. */
    String word() {
        return type == Type.WORD || type == Type.SIGN ? text : "";
    }

    /** True for what may name a table. */
    boolean isName() {
        return type == Type.NAME || (type == Type.WORD && !Vocabulary.isReserved(text));
    }

    /** The last part of the name. */
    String lastName() {
        return names.get(names.size() - 1);
    }

    /** For rules over words: a word as it is, the others as a sign of what they are. */
    String sketch() {
        return switch (type) {
            case WORD, SIGN -> text;
            case NAME -> "~";
            case VALUE -> "?";
            case GROUP -> "()";
        };
    }
}
