package dev.dbsh.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Makes bytes that should be text harmless for a terminal, line by line as they come. */
public final class VisibleBytes {
    private static final int LONGEST = 1 << 13;

    private final Appendable out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    public VisibleBytes(Appendable out) {
        this.out = out;
    }

    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            boolean beginsCharacter = (bytes[i] & 0xC0) != 0x80;
            if (line.size() >= LONGEST && beginsCharacter) {
                end();
            }
            line.write(bytes[i]);
            if (bytes[i] == '\n') {
                end();
            }
        }
    }

    /** Writes what has no line break yet. */
    public void end() throws IOException {
        if (line.size() > 0) {
            out.append(Visible.lines(line.toString(StandardCharsets.UTF_8)));
            line.reset();
        }
    }
}
