package dev.dbsh.console;

import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;

/** Shows each character of the entry that a terminal would obey, or would not show, as one cell. */
final class VisibleControls extends DefaultHighlighter {
    private static final char UNKNOWN = '\u00b7';

    @Override
    public AttributedString highlight(LineReader reader, String text) {
        char[] shown = text.toCharArray();
        for (int i = 0; i < shown.length; i++) {
            if (Shown.isHidden(shown[i]) && shown[i] != '\n' && shown[i] != '\t') {
                shown[i] = UNKNOWN;
            }
        }
        return new AttributedString(new String(shown));
    }
}
