package dev.dbsh.sql;

import java.io.ByteArrayInputStream;

/** Text that comes in portions, as from a pipe. */
final class Trickle extends ByteArrayInputStream {
    private final int portion;
    private int handed;

    Trickle(byte[] text, int portion) {
        super(text);
        this.portion = portion;
    }

    /** How many bytes have been asked for. */
    int handed() {
        return handed;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int read = super.read(into, offset, Math.min(length, portion));
        handed += Math.max(read, 0);
        return read;
    }
}
