package dev.dbsh.pg.connect;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the one message in which the driver sets the session's time zone to the machine's: as with libpq, the
 * server's own setting holds, or {@code PGTZ}. Everything else passes through.
 */
final class StartupMessage extends FilterOutputStream {
    private static final int HEADER = 8;
    private static final int MAJOR_VERSION = 3;

    private final Surroundings surroundings;
    private boolean sent;

    StartupMessage(OutputStream out, Surroundings surroundings) {
        super(out);
        this.surroundings = surroundings;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (sent || !isStartup(bytes, offset, length)) {
            out.write(bytes, offset, length);
            return;
        }
        sent = true;
        byte[] corrected = corrected(ByteBuffer.wrap(bytes, offset, length));
        out.write(corrected, 0, corrected.length);
    }

    /** Requests for encryption and cancelling look the same but for the version. */
    private static boolean isStartup(byte[] bytes, int offset, int length) {
        if (length <= HEADER) {
            return false;
        }
        ByteBuffer message = ByteBuffer.wrap(bytes, offset, length);
        return message.getInt() == length && message.getShort() == MAJOR_VERSION;
    }

    private byte[] corrected(ByteBuffer message) {
        ByteBuffer result = ByteBuffer.allocate(message.remaining() + 1024);
        result.putInt(0).putInt(message.getInt(message.position() + 4));
        message.position(message.position() + HEADER);
        for (String name = next(message); !name.isEmpty(); name = next(message)) {
            String value = value(name, next(message));
            if (value != null) {
                put(name, result);
                put(value, result);
            }
        }
        result.put((byte) 0);
        result.putInt(0, result.position());
        byte[] bytes = new byte[result.position()];
        result.flip().get(bytes);
        return bytes;
    }

    private static String next(ByteBuffer message) {
        int start = message.position();
        int end = start;
        while (message.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - start];
        message.get(text).get();
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void put(String text, ByteBuffer message) {
        message.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
    }

    /** Null leaves the parameter to the server. */
    private @Nullable String value(String name, String driverValue) {
        return switch (name) {
            case "TimeZone" -> filled("PGTZ");
            case "DateStyle" -> dateStyle(filled("PGDATESTYLE"));
            default -> driverValue;
        };
    }

    private @Nullable String filled(String variable) {
        String value = surroundings.variable(variable);
        return value == null || value.isEmpty() || value.length() > 100 ? null : value;
    }

    /** The driver reads nothing but ISO dates; of the operator's style the order of day and month is kept. */
    private static String dateStyle(@Nullable String wanted) {
        String words = wanted == null ? "" : wanted.toUpperCase(Locale.ROOT);
        if (words.contains("DMY") || words.contains("EURO") || words.contains("GERMAN")) {
            return "ISO, DMY";
        }
        if (words.contains("YMD")) {
            return "ISO, YMD";
        }
        return words.contains("MDY") || words.contains("US") ? "ISO, MDY" : "ISO";
    }
}
