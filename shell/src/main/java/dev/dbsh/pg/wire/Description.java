package dev.dbsh.pg.wire;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the message that describes the columns of a result, and makes what the driver could not read of it readable. */
final class Description {
    private static final int BEFORE_TYPE = 6;
    private static final int AFTER_TYPE = 8;

    private final byte[] bytes;
    private final ByteBuffer in;

    private Description(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes, from, length);
    }

    static List<ResultColumn> columns(byte[] bytes, int from, int length) throws IOException {
        try {
            return new Description(bytes, from, length).columns();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the server described a result in a way that makes no sense", e);
        }
    }

    private List<ResultColumn> columns() {
        int count = in.getShort();
        List<ResultColumn> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = name();
            in.position(in.position() + BEFORE_TYPE);
            columns.add(new ResultColumn(name, in.getInt()));
            in.position(in.position() + AFTER_TYPE);
        }
        return columns;
    }

    private String name() {
        int start = in.position();
        while (in.get() != 0) {
            // up to its end
        }
        int length = in.position() - 1 - start;
        String name = Utf8.text(bytes, start, length);
        if (!Utf8.isValid(bytes, start, length)) {
            for (int i = start; i < start + length; i++) {
                bytes[i] = bytes[i] < 0 ? (byte) '?' : bytes[i];
            }
        }
        return name;
    }
}
