package dev.dbsh.pg.connect;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the one message in which the driver sets how values are written: as with libpq, the server's own settings
 * hold, or those of the role and the database, or {@code PGTZ} and {@code PGDATESTYLE}. Everything else passes through.
 */
final class StartupMessage extends FilterOutputStream {
    private static final int HEADER = 8;
    private static final int MAJOR_VERSION = 3;

    private final Surroundings surroundings;
    private final Runnable onSending;
    private boolean sent;

    /** @param onSending told just before the message goes out */
    StartupMessage(OutputStream out, Surroundings surroundings, Runnable onSending) {
        super(out);
        this.surroundings = surroundings;
        this.onSending = onSending;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (sent || !isStartup(bytes, offset, length)) {
            out.write(bytes, offset, length);
            return;
        }
        sent = true;
        onSending.run();
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
            case "DateStyle" -> filled("PGDATESTYLE");
            case "extra_float_digits" -> null;
            default -> driverValue;
        };
    }

    private @Nullable String filled(String variable) {
        String value = surroundings.variable(variable);
        return value == null || value.isEmpty() || value.length() > 100 ? null : value;
    }
}
