package dev.dbsh.pg.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Statements gathered to be sent in one go. Each is parsed by itself, so the server refuses a text that holds two of them;
 * once one has failed it reads none of the others up to the end of the request.
 */
public final class Request {
    private static final byte[] BIND = {'B', 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] DESCRIBE = {'D', 0, 0, 0, 6, 'P', 0};
    private static final byte[] EXECUTE = {'E', 0, 0, 0, 9, 0, 0, 0, 0, 0};
    private static final byte[] FLUSH = {'H', 0, 0, 0, 4};
    private static final byte[] SYNC = {'S', 0, 0, 0, 4};
    /** Their number. */
    private static final String NO_PARAMETERS = "\0\0";

    /** No formats, no parameters, and every column as text. */
    private static final String ALL_TEXT = "\0\0\0\0\0\0";

    private byte[] bytes = new byte[1 << 12];
    private int used;

    /** Adds a statement whose columns are told, if it has any. */
    public Request query(String sql) {
        parse(sql);
        add(BIND);
        add(DESCRIBE);
        add(EXECUTE);
        return this;
    }

    /** Adds a statement that returns nothing. */
    public Request command(String sql) {
        parse(sql);
        add(BIND);
        add(EXECUTE);
        return this;
    }

    /** Keeps a statement under a name that can be executed from now on; one that has the name already goes. */
    public Request keep(String name, String sql) {
        message('C', 'S' + name + '\0');
        message('P', name + '\0' + sql + '\0' + NO_PARAMETERS);
        return this;
    }

    /** Adds what was kept under a name; its columns are not told. */
    public Request kept(String name) {
        message('B', '\0' + name + '\0' + ALL_TEXT);
        add(EXECUTE);
        return this;
    }

    /** Has everything before it answered at once. */
    public Request flush() {
        add(FLUSH);
        return this;
    }

    /** Ends the request. */
    public Request end() {
        add(SYNC);
        return this;
    }

    /** How many bytes it has by now. */
    int size() {
        return used;
    }

    byte[] bytes() {
        return bytes;
    }

    private void parse(String sql) {
        message('P', '\0' + sql + '\0' + NO_PARAMETERS);
    }

    private void message(char type, String body) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        int length = 4 + text.length;
        room(1 + length);
        bytes[used] = (byte) type;
        bytes[used + 1] = (byte) (length >> 24);
        bytes[used + 2] = (byte) (length >> 16);
        bytes[used + 3] = (byte) (length >> 8);
        bytes[used + 4] = (byte) length;
        System.arraycopy(text, 0, bytes, used + 5, text.length);
        used += 1 + length;
    }

    private void add(byte[] message) {
        room(message.length);
        System.arraycopy(message, 0, bytes, used, message.length);
        used += message.length;
    }

    private void room(int more) {
        if (bytes.length - used < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + more));
        }
    }
}
