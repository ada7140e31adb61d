package dev.dbsh.pg.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.report.Failure;
import dev.dbsh.report.LongText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What reaches the driver and what does not, however the bytes arrive. */
class ServerStreamTest {
    private static final int TEXT = 25;
    private static final int ROUNDS = 60;
    private static final int LONGEST = 250_000;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void rowsAndNoticesAreHandedOverAndTheDriverSeesTheRest() throws IOException {
        System.out.println("ServerStreamTest seed " + seed);
        byte[] sent = bytes(
                message('1'),
                description("a", "b"),
                row("x", null),
                notice("NOTICE", "look"),
                row("", "日本"),
                row("z".repeat(200_000), "y"),
                notification("channel", "payload"),
                message('C', "SELECT 3\0"),
                message('S', "DateStyle\0German, DMY\0"),
                message('S', "TimeZone\0UTC\0"),
                message('Z', "I"));
        byte[] passed = bytes(
                message('1'),
                description("a", "b"),
                message('C', "SELECT 3\0"),
                message('S', "DateStyle\0ISO\0"),
                message('S', "TimeZone\0UTC\0"),
                message('Z', "I"));
        for (int round = 0; round < ROUNDS; round++) {
            Said said = new Said();
            assertThat(driverReads(sent, said)).as("seed %d", seed).isEqualTo(passed);
            assertThat(said.lines)
                    .as("seed %d", seed)
                    .containsExactly(
                            "columns a:25 b:25",
                            "row x -",
                            "NOTICE: look",
                            "row  日本",
                            "row 200000 characters y",
                            "NOTIFY: \"channel\" with payload \"payload\" from process 66051",
                            "done SELECT 3");
        }
    }

    @Test
    void nothingIsTakenFromTheDriverWhileNobodyListens() throws IOException {
        byte[] sent = bytes(description("a"), row("x"), notice("NOTICE", "n"), message('C', "SELECT 1\0"));

        assertThat(driverReads(sent, null)).isEqualTo(sent);
        ServerStream plain = new ServerStream(new ByteArrayInputStream(sent), OutputStream.nullOutputStream());
        assertThat(plain.isReadable()).isFalse();
        assertThat(plain.readAllBytes()).isEqualTo(sent);
    }

    @Test
    void notificationOfAnIdleSessionIsToldWithTheNextStatement() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int i = 1; i <= 130; i++) {
            sent.writeBytes(notification("c", "p" + i));
        }
        ServerStream stream = begun(new ByteArrayInputStream(sent.toByteArray()));

        assertThat(stream.available()).isZero();
        Said said = new Said();
        stream.deliverTo(said);

        assertThat(said.lines).hasSize(101).contains("NOTIFY: \"c\" with payload \"p100\" from process 66051");
        assertThat(said.lines.get(100)).isEqualTo("NOTIFY: 30 more notifications came meanwhile");
    }

    @Test
    void bytesThatHaveComeAreSomethingToReadOnlyWhenTheDriverGetsThem() throws IOException {
        Trickle in = new Trickle(bytes(notification("c", ""), message('N', "SX\0\0"), message('Z', "I")));
        ServerStream stream = begun(in);
        stream.deliverTo(new Said());

        assertThat(stream.available()).isZero();
        in.arrived = 20;
        assertThat(stream.available()).isZero();
        in.arrived = Integer.MAX_VALUE;
        assertThat(stream.available()).isPositive();
        assertThat(stream.readNBytes(6)).isEqualTo(message('Z', "I"));
    }

    @Test
    void copyThatWasStoppedBeforeItsDataIsAskedForGetsNone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] sent = bytes(message('G', (byte) 0, (byte) 0, (byte) 0), message('Z', "I"));
        ServerStream stream = new ServerStream(new ByteArrayInputStream(sent), out);
        stream.begin();
        stream.deliverTo(new Said());

        stream.stopCopying();

        assertThat(stream.readAllBytes()).isEqualTo(message('Z', "I"));
        assertThat(out.toByteArray()).isEqualTo(bytes(message('f', "canceled by user\0"), message('S')));
    }

    @Test
    void errorsAreCutToAnEndAndMadeReadable() throws IOException {
        String words = "é".repeat(500_000);
        byte[] sent = bytes(
                message('E', "SERROR\0C22000\0M" + words + "\0Dshort\0\0"),
                message('E', concat("MX".getBytes(StandardCharsets.UTF_8), (byte) 0xe9, (byte) 0, (byte) 0)));

        ByteBuffer passed = ByteBuffer.wrap(driverReads(sent, new Said()));
        byte[] first = new byte[passed.getInt(1) + 1];
        passed.get(first);
        String text = new String(first, 5, first.length - 5, StandardCharsets.UTF_8);
        byte[] second = new byte[passed.remaining()];
        passed.get(second);

        assertThat(text).isEqualTo("SERROR\0C22000\0M" + "é".repeat(32_768) + "... (1000000 bytes)\0Dshort\0\0");
        assertThat(second).isEqualTo(message('E', "MX\\xe9\0\0"));
    }

    @Test
    void namesThatAreNotTextAreToldAndTheDriverGetsOnesThatAre() throws IOException {
        byte[] description = description("c?");
        byte[] sent = description.clone();
        sent[8] = (byte) 0xe9;
        Said said = new Said();

        assertThat(driverReads(sent, said)).isEqualTo(description);
        assertThat(said.lines).containsExactly("columns c\udce9:25");
    }

    @Test
    void valueTooLongToBeHeldComesInParts() throws IOException {
        String part = "0123456789é日\ud83d\udd11";
        String value = part.repeat(LONGEST);
        Said said = new Said();
        Said beginnings = new Said();
        beginnings.onlyBeginnings = true;
        byte[] sent = bytes(description("a", "b"), row(value, "end"), message('Z', "I"));

        driverReads(new ByteArrayInputStream(sent), said);
        driverReads(new ByteArrayInputStream(sent), beginnings);

        assertThat(said.lines.get(1)).isEqualTo("row " + value.length() + " characters end");
        assertThat(said.longest).isEqualTo(value.getBytes(StandardCharsets.UTF_8).length);
        assertThat(beginnings.lines.get(1)).isEqualTo("row 0123456789é日 end");
    }

    @Test
    void bytesThatAreNoTextKeepTheirPlace() throws IOException {
        byte[] value = {'a', (byte) 0xe9, 'b', (byte) 0xf0, (byte) 0x9f, (byte) 0x94, (byte) 0x91, (byte) 0xc3};
        Said said = new Said();

        driverReads(new ByteArrayInputStream(bytes(description("a"), row(value), message('Z', "I"))), said);

        assertThat(said.lines.get(1)).isEqualTo("row a\udce9b\ud83d\udd11\udcc3");
    }

    @Test
    void whoeverFailsToTakeARowGetsNoMoreAndTheDriverIsNotDisturbed() throws IOException {
        Said said = new Said();
        said.failsAt = "row 2";
        byte[] sent = bytes(
                description("a"), row("1"), row("2"), row("3"), notice("NOTICE", "n"), message('C', "SELECT 3\0"));

        assertThat(driverReads(sent, said)).isEqualTo(bytes(description("a"), message('C', "SELECT 3\0")));
        assertThat(said.lines).containsExactly("columns a:25", "row 1", "failed no room", "stop");
    }

    @Test
    void connectionThatEndsWithinARowIsAFailureOfTheConnection() {
        byte[] sent = bytes(description("a"), row("12345678"));

        for (int cut = 1; cut <= 8; cut++) {
            InputStream in = new ByteArrayInputStream(sent, 0, sent.length - cut);
            assertThatThrownBy(() -> driverReads(in, new Said())).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void impossibleMessagesAreRefused() {
        byte[][] impossible = {
            {'D', 0, 0, 0, 3},
            {'D', 0, 0, 0, 12, 0, 1, 0, 0, 0, 9, 'x', 'y'},
            {'T', 0, 0, 0, 8, 0, 5, 'a', 0},
            {'T', 0x7f, 0, 0, 0, 0, 0},
        };
        for (byte[] sent : impossible) {
            InputStream in = new ByteArrayInputStream(bytes(description("a"), sent));
            assertThatThrownBy(() -> driverReads(in, new Said())).isInstanceOf(IOException.class);
        }
    }

    private byte[] driverReads(byte[] sent, Said said) throws IOException {
        return driverReads(new Trickle(sent), said);
    }

    private byte[] driverReads(InputStream in, Said said) throws IOException {
        ServerStream stream = begun(in);
        if (said != null) {
            stream.deliverTo(said);
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] part = new byte[64];
        while (true) {
            try {
                int count = stream.read(part, 0, 1 + random.nextInt(part.length));
                if (count < 0) {
                    return read.toByteArray();
                }
                read.write(part, 0, count);
            } catch (SocketTimeoutException e) {
                // as a driver that looks whether something has come
                continue;
            }
        }
    }

    private static ServerStream begun(InputStream in) {
        ServerStream stream = new ServerStream(in, OutputStream.nullOutputStream(), LONGEST);
        stream.begin();
        return stream;
    }

    private static byte[] message(char type, String body) {
        return message(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(char type, byte... body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(4 + body.length)
                .put(body)
                .array();
    }

    private static byte[] description(String... names) {
        ByteBuffer body = ByteBuffer.allocate(1000).putShort((short) names.length);
        for (String name : names) {
            body.put(name.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
            body.putInt(0).putShort((short) 0).putInt(TEXT);
            body.putShort((short) -1).putInt(-1).putShort((short) 0);
        }
        byte[] described = new byte[body.position()];
        body.flip().get(described);
        return message('T', described);
    }

    private static byte[] row(String... values) {
        byte[][] cells = new byte[values.length][];
        for (int i = 0; i < values.length; i++) {
            cells[i] = values[i] == null ? null : values[i].getBytes(StandardCharsets.UTF_8);
        }
        return row(cells);
    }

    private static byte[] row(byte[]... cells) {
        int size = 2;
        for (byte[] cell : cells) {
            size += 4 + (cell == null ? 0 : cell.length);
        }
        ByteBuffer body = ByteBuffer.allocate(size).putShort((short) cells.length);
        for (byte[] cell : cells) {
            body.putInt(cell == null ? -1 : cell.length);
            if (cell != null) {
                body.put(cell);
            }
        }
        return message('D', body.array());
    }

    private static byte[] notice(String severity, String text) {
        return message('N', "S" + severity + "\0C00000\0M" + text + "\0\0");
    }

    private static byte[] notification(String channel, String payload) {
        byte[] text = (channel + "\0" + payload + "\0").getBytes(StandardCharsets.UTF_8);
        return message('A', bytes(new byte[] {0, 1, 2, 3}, text));
    }

    private static byte[] concat(byte[] first, byte... more) {
        return bytes(first, more);
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Bytes that come in pieces of any size, and sometimes not in time. */
    private final class Trickle extends InputStream {
        private final byte[] bytes;
        private int at;
        private int arrived;

        Trickle(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (at == bytes.length) {
                return -1;
            }
            if (arrived == 0 && random.nextInt(10) == 0) {
                throw new SocketTimeoutException();
            }
            int most = random.nextInt(3) == 0 ? 7 : 40_000;
            int count = Math.min(Math.min(length, bytes.length - at), 1 + random.nextInt(most));
            if (arrived > 0) {
                count = Math.min(count, arrived - at);
            }
            System.arraycopy(bytes, at, target, from, count);
            at += count;
            return count;
        }

        @Override
        public int available() {
            return arrived == 0 ? 0 : Math.min(arrived, bytes.length) - at;
        }
    }

    private static final class Said implements Reception {
        private final List<String> lines = new ArrayList<>();
        private boolean onlyBeginnings;
        private String failsAt = "";
        private long longest;
        private int width;

        @Override
        public void columns(List<ResultColumn> columns) {
            width = columns.size();
            StringBuilder line = new StringBuilder("columns");
            columns.forEach(
                    column -> line.append(' ').append(column.name()).append(':').append(column.type()));
            lines.add(line.toString());
        }

        @Override
        public void row(ResultRow row) {
            StringBuilder line = new StringBuilder("row");
            for (int i = 0; i < width; i++) {
                line.append(' ').append(shown(row.value(i)));
            }
            if (line.toString().equals(failsAt)) {
                throw new IllegalStateException("no room");
            }
            lines.add(line.toString());
        }

        private String shown(Object value) {
            if (value instanceof LongText text) {
                longest = text.bytes();
                if (onlyBeginnings) {
                    return text.beginning(12);
                }
                StringBuilder whole = new StringBuilder();
                try {
                    text.writeTo(whole);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return whole.length() + " characters";
            }
            String text = value == null ? "-" : (String) value;
            return text.length() > 1000 ? text.length() + " characters" : text;
        }

        @Override
        public void notice(Failure notice) {
            lines.add(notice.where() + ": " + notice.message());
        }

        @Override
        public void done(String tag) {
            lines.add("done " + tag);
        }

        @Override
        public void copied(byte[] bytes, int from, int length) {
            lines.add("copied " + new String(bytes, from, length, StandardCharsets.UTF_8));
        }

        @Override
        public InputStream copying() {
            return InputStream.nullInputStream();
        }

        @Override
        public void failed(RuntimeException e) {
            lines.add("failed " + e.getMessage());
        }

        @Override
        public void stop() {
            lines.add("stop");
        }
    }
}
