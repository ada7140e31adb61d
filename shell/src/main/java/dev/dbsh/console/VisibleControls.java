package dev.dbsh.console;

import dev.dbsh.render.Visible;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;

/** Shows each character of the entry that a terminal would obey, or would not show, as one cell. */
final class VisibleControls extends DefaultHighlighter {
    private static final char HIDDEN = '\u00b7';

    @Override
    @SuppressWarnings("ReferenceEquality")
    public AttributedString highlight(LineReader reader, String text) {
        return new AttributedString(Visible.lines(text) == text ? text : marked(text));
    }

    private static String marked(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (Visible.lines(one).equals(one)) {
                shown.append(one);
            } else {
                shown.append(HIDDEN);
            }
        });
        return shown.toString();
    }
}
