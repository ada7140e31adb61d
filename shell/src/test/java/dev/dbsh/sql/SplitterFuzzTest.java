package dev.dbsh.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mutated texts: nothing crashes or hangs, nothing is lost, and it makes no difference in which portions a text comes. */
class SplitterFuzzTest {
    private static final int TEXTS = Boolean.getBoolean("full") ? 20_000 : 2_000;
    private static final Duration A_HANG = Duration.ofSeconds(2);

    /** What has a meaning to the scanner, and what nearly has. */
    private static final String[] PIECES = {
        "'",
        "''",
        "\"",
        "$$",
        "$a$",
        "$1",
        "--",
        "/*",
        "*/",
        ";",
        "\\",
        "\\;",
        "\\\\",
        "\\.\n",
        "\n",
        "\r\n",
        "(",
        ")",
        ":",
        "::",
        "e'",
        "U&'",
        "u&\"",
        "b'",
        "x'",
        "N'",
        "E'\\'",
        "begin atomic ",
        "end",
        "case ",
        "create function f() ",
        "create or replace ",
        "copy t from stdin;\n",
        "from stdin",
        "\\copy t from stdin\n",
        "--> statement-breakpoint\n",
        "\\g ",
        "\\r\n",
        "\u0000",
        "ä",
        "😀",
        "\ufeff",
        "1e",
        "0x",
        "1..",
        "- ",
        "+-",
        "@-",
        "\t",
        "\u000b",
        "select 1;",
        "`",
        "{",
        "#"
    };

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void mutatedTextsAreCutWithoutLoss() throws IOException {
        System.out.println("splitter: " + TEXTS + " mutated texts, -Dseed=" + seed);
        List<byte[]> corpus = corpus();
        for (int i = 0; i < TEXTS; i++) {
            byte[] text = mutated(corpus.get(random.nextInt(corpus.size())));
            boolean standardStrings = random.nextInt(4) > 0;
            int[] portions = {1, 2 + random.nextInt(3), 1 + random.nextInt(text.length + 1)};
            assertThatCode(() -> assertTimeoutPreemptively(A_HANG, () -> check(text, standardStrings, portions)))
                    .as("text %d of seed %d: %s", i, seed, HexFormat.of().formatHex(text))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyPortionGivesTheSamePieces() throws IOException {
        for (byte[] text : corpus()) {
            check(text, true, IntStream.rangeClosed(1, text.length).toArray());
        }
    }

    private static List<byte[]> corpus() throws IOException {
        List<byte[]> texts = new ArrayList<>();
        for (String name : SplitterCorpusTest.files()) {
            texts.add(Files.readAllBytes(SplitterCorpusTest.FILES.resolve(name)));
        }
        return texts;
    }

    private byte[] mutated(byte[] text) {
        byte[] mutant = text;
        for (int i = random.nextInt(6); i >= 0; i--) {
            int from = random.nextInt(mutant.length + 1);
            int to = random.nextBoolean() ? from : Math.min(mutant.length, from + random.nextInt(12));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(mutant, 0, from);
            out.writeBytes(inserted(text));
            out.write(mutant, to, mutant.length - to);
            mutant = out.toByteArray();
        }
        return mutant;
    }

    private byte[] inserted(byte[] text) {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> {
                int from = random.nextInt(text.length + 1);
                yield Arrays.copyOfRange(text, from, Math.min(text.length, from + random.nextInt(30)));
            }
            default -> PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
        };
    }

    private static void check(byte[] text, boolean standardStrings, int[] portions) throws IOException {
        CutText whole = CutText.of(new Splitter(new ByteArrayInputStream(text), FirstWords.OF_SQL), standardStrings);
        whole.checkAgainst(text);
        for (int portion : portions) {
            Splitter splitter = new Splitter(new Trickle(text, portion), FirstWords.OF_SQL);
            assertThat(CutText.of(splitter, standardStrings))
                    .as("in portions of %d", portion)
                    .isEqualTo(whole);
        }
        for (Piece piece : whole.pieces()) {
            checkTokens(piece.text(), standardStrings);
        }
    }

    /** Tokens stand one behind the other, and what is between them is white space and comments. */
    private static void checkTokens(String statement, boolean standardStrings) {
        int at = 0;
        StringBuilder between = new StringBuilder();
        for (Token token : Tokens.of(statement, standardStrings)) {
            assertThat(token.start()).isBetween(at, token.end() - 1);
            between.append(statement, at, token.start()).append('\n');
            at = token.end();
        }
        between.append(statement, at, statement.length());
        assertThat(Tokens.of(between.toString(), true)).isEmpty();
    }
}
