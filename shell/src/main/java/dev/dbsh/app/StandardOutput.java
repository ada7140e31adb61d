package dev.dbsh.app;

import dev.dbsh.render.CheckedOutput;
import dev.dbsh.render.Output;
import dev.dbsh.render.VisibleBytes;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports on standard output or in a file; every report is out before the next command begins. */
final class StandardOutput implements Output, Closeable {
    private final CheckedOutput writer;
    private final @Nullable Integer width;
    private final VisibleBytes visible;

    /** @param width cells in a line of the terminal that reads it; null when none does */
    StandardOutput(CheckedOutput writer, @Nullable Integer width) {
        this.writer = writer;
        this.width = width;
        this.visible = new VisibleBytes(writer);
    }

    @Override
    public @Nullable Integer width() {
        return width;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (width == null) {
            writer.write(bytes, from, length);
        } else {
            visible.write(bytes, from, length);
        }
    }

    /** Never: what takes no more is a failure here. */
    @Override
    public boolean isLeft() {
        return false;
    }

    @Override
    public void endReport() throws IOException {
        visible.end();
        writer.flush();
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        writer.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        writer.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char c) throws IOException {
        writer.append(c);
        return this;
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
