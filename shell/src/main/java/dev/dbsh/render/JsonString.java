package dev.dbsh.render;

import java.io.IOException;

/** Takes the parts of one text and writes what stands between the quotes of a JSON string. */
final class JsonString implements Appendable {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final JsonText out;

    JsonString(JsonText out) {
        this.out = out;
    }

    @Override
    public Appendable append(CharSequence part) throws IOException {
        String text = part.toString();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.write(text, from, i - from);
                escape(c);
                from = i + 1;
            }
        }
        out.write(text, from, text.length() - from);
        return this;
    }

    private void escape(char c) throws IOException {
        switch (c) {
            case '"' -> out.write("\\\"");
            case '\\' -> out.write("\\\\");
            case '\n' -> out.write("\\n");
            case '\r' -> out.write("\\r");
            case '\t' -> out.write("\\t");
            default -> out.write("\\u00" + HEX[c >> 4] + HEX[c & 0xF]);
        }
    }

    @Override
    public Appendable append(CharSequence part, int start, int end) throws IOException {
        return append(part.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) throws IOException {
        return append(String.valueOf(c));
    }
}
