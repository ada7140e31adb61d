package dev.dbsh.pg.wire;

import dev.dbsh.report.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of an error or a notice. One that is too long is cut and says how long it was. */
final class Fields {
    private static final int LONGEST = 1 << 16;

    private final Map<Character, String> fields = new LinkedHashMap<>();

    private Fields() {}

    /** @param length of the message behind its header, which is read to its end */
    static Fields read(Bytes bytes, int length) throws IOException {
        Fields read = new Fields();
        Reader reader = new Reader(bytes, length);
        for (int type = reader.next(); type > 0; type = reader.next()) {
            read.fields.put((char) type, reader.text());
        }
        reader.rest();
        return read;
    }

    /** A notice as it is told, with its severity in {@code where}. */
    Failure notice() {
        return new Failure(
                fields.get('C'), fields.getOrDefault('M', ""), fields.get('D'), fields.get('H'), null, fields.get('S'));
    }

    /** The body of the message again, short and in UTF-8. */
    byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, text) -> {
            body.write(field);
            body.writeBytes(Utf8.readable(text).getBytes(StandardCharsets.UTF_8));
            body.write(0);
        });
        body.write(0);
        return body.toByteArray();
    }

    /** What another session has sent with {@code NOTIFY}, told as a notice is. */
    static Failure notification(Bytes bytes, int length) throws IOException {
        Reader reader = new Reader(bytes, length);
        int process = reader.next() << 24 | reader.next() << 16 | reader.next() << 8 | reader.next();
        String channel = reader.text();
        String payload = reader.text();
        reader.rest();
        String with = payload.isEmpty() ? "" : " with payload \"" + payload + "\"";
        return Asides.notification("\"" + channel + "\"" + with + " from process " + process);
    }

    private static final class Reader {
        private final Bytes bytes;
        private int left;

        Reader(Bytes bytes, int length) {
            this.bytes = bytes;
            this.left = length;
        }

        /** The next byte; -1 at the end of the message. */
        int next() throws IOException {
            if (left == 0) {
                return -1;
            }
            bytes.require(1);
            int value = bytes.buffer()[bytes.at()] & 0xff;
            bytes.advance(1);
            left--;
            return value;
        }

        String text() throws IOException {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            int length = 0;
            for (int value = next(); value > 0; value = next()) {
                // A cut goes before a character, never through one.
                if (length < LONGEST || (length == kept.size() && (value & 0xC0) == 0x80)) {
                    kept.write(value);
                }
                length++;
            }
            String text = Utf8.text(kept.toByteArray(), 0, kept.size());
            return length == kept.size() ? text : text + "... (" + length + " bytes)";
        }

        void rest() throws IOException {
            bytes.skip(left);
        }
    }
}
