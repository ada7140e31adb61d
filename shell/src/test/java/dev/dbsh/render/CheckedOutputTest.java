package dev.dbsh.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedOutputTest {

    @Test
    void everyTextArrivesAsUtf8HoweverItIsCut() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder expected = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CheckedOutput out = CheckedOutput.standardOutput(bytes)) {
            for (int i = 0; i < 3000; i++) {
                String text = text(random);
                expected.append(text);
                int cut = random.nextInt(text.length() + 1);
                switch (random.nextInt(4)) {
                    case 0 -> out.append(text, 0, cut).append(text, cut, text.length());
                    case 1 -> out.append(new StringBuilder(text));
                    case 2 -> out.write(text.toCharArray());
                    default -> {
                        for (char c : text.toCharArray()) {
                            out.append(c);
                        }
                    }
                }
            }
        }

        assertThat(bytes.toString(UTF_8)).as("seed %d", seed).isEqualTo(expected.toString());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int[] kinds = {'a', 'é', '日', 0x1F511};
        for (int length = random.nextInt(60); length >= 0; length--) {
            text.appendCodePoint(kinds[Math.max(0, random.nextInt(8) - 4)]);
        }
        return text.toString();
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CheckedOutput out = CheckedOutput.standardOutput(bytes)) {
            out.append("a\ud83d").append("b\udd11c\ud83d");
        }

        assertThat(bytes.toString(UTF_8)).isEqualTo("a\ufffdb\ufffdc\ufffd");
    }

    @Test
    void byteThatBelongsToNoCharacterIsThatByteAgain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CheckedOutput out = CheckedOutput.standardOutput(bytes)) {
            out.append("é\udce9\udcff");
            out.write(new byte[] {'x', (byte) 0x80}, 0, 2);
            out.append('y');
        }

        assertThat(bytes.toByteArray()).containsExactly(0xc3, 0xa9, 0xe9, 0xff, 'x', 0x80, 'y');
    }

    @Test
    void fullDiskIsAFailureInWordsEveryTime() throws IOException {
        Path full = Path.of("/dev/full");
        CheckedOutput out = CheckedOutput.file(new FileOutputStream(full.toFile()), full);
        out.append("x");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(out::flush)
                    .isInstanceOfSatisfying(
                            OutputFailure.class, e -> assertThat(e.readerGone()).isFalse())
                    .hasMessageStartingWith("cannot write /dev/full: ");
        }
        out.close();
    }

    @Test
    void fullDiskIsNoticedAtTheLatestByClose() throws IOException {
        Path full = Path.of("/dev/full");
        CheckedOutput out = CheckedOutput.file(new FileOutputStream(full.toFile()), full);
        out.append("x");

        assertThatThrownBy(out::close).isInstanceOf(OutputFailure.class);
    }

    @Test
    void readerThatLeftIsKnownInEveryLanguage(@TempDir Path directory) throws Exception {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path file = directory.resolve("file");

        assertThat(failure("Datenübergabe unterbrochen", pipe).readerGone()).isTrue();
        assertThat(failure("Auf dem Gerät ist kein Speicherplatz mehr verfügbar", file)
                        .readerGone())
                .isFalse();
        assertThat(failure("Resource temporarily unavailable", pipe).readerGone())
                .isFalse();
    }

    private static OutputFailure failure(String words, Path target) throws IOException {
        OutputStream refusing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(words);
            }
        };
        try (CheckedOutput out = CheckedOutput.file(refusing, target)) {
            out.append("x").flush();
        } catch (OutputFailure e) {
            return e;
        }
        throw new AssertionError("nothing failed");
    }

    @Test
    void headEndsTheFloodQuietly() throws Exception {
        assertThat(shell("{ \"$@\"; echo \"exit $?\" >&2; } | head -1")).isEqualTo("line 0\nexit 141\n");
    }

    @Test
    void fullStandardOutputIsSaid() throws Exception {
        assertThat(shell("\"$@\" >/dev/full; echo \"exit $?\""))
                .isEqualTo("cannot write standard output: No space left on device\nexit 1\n");
    }

    private static String shell(String script) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                script,
                "sh",
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Flood.class.getName());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
