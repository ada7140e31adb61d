package dev.dbsh.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Acceptance: what the operator sees. Record with {@code -Dtranscripts.record=true}, then read the difference. */
class TranscriptsTest {
    private static final Path README = Path.of("../README.md");

    @TempDir
    Path home;

    static List<TranscriptFile> files() throws IOException {
        return TranscriptFile.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void transcriptHoldsByteForByte(TranscriptFile file) throws IOException, SQLException {
        TranscriptFile.Difference difference = file.replay(home);

        assertThat(difference.actual()).isEqualTo(difference.expected());
    }

    @TestFactory
    Stream<DynamicTest> examplesOfTheReadmeAreTranscripts() throws IOException {
        String readme = Files.exists(README) ? Files.readString(README) : "";
        Stream<DynamicTest> repeated = ReadmeBlocks.repeated(readme).stream()
                .map(block -> DynamicTest.dynamicTest(block.name(), () -> repeatsItsTranscript(block)));
        Stream<DynamicTest> whole = ReadmeBlocks.whole(readme).stream()
                .map(block -> DynamicTest.dynamicTest("on " + block.name(), () -> holds(block)));
        return Stream.concat(repeated, whole);
    }

    private static void repeatsItsTranscript(ReadmeBlocks.Block block) throws IOException {
        String transcript = TranscriptFile.named(block.name()).text();

        assertThat(ReadmeBlocks.repeats(block.text(), transcript))
                .as("these are steps of %s.txt:\n%s\nwhich says:\n%s", block.name(), block.text(), transcript)
                .isTrue();
    }

    private void holds(ReadmeBlocks.Block block) throws SQLException {
        String fixture = "# fixture: " + block.name() + "\n\n";

        assertThat(Transcript.parse(fixture + block.text()).replay(home)).isEqualTo(fixture + block.text());
    }

    @Test
    void inputsAndTheirCommentsAreKeptAndTheRestIsAnswer() {
        Transcript transcript = Transcript.parse("""
                # fixture: some-state
                # what this shows

                # why this is asked
                dbsh> status
                # a heading that the answer has
                key  value
                [exit 0]

                $ dbsh --format json -c 'sequences check'
                {}
                [exit 10]
                """);

        assertThat(transcript.fixture()).isEqualTo("some-state");
        assertThat(transcript.steps())
                .containsExactly(
                        new Transcript.Step(List.of("# why this is asked"), "dbsh> status"),
                        new Transcript.Step(List.of(), "$ dbsh --format json -c 'sequences check'"));
        assertThat(transcript.steps().get(0).arguments()).containsExactly("-c", "status");
        assertThat(transcript.steps().get(1).arguments()).containsExactly("--format", "json", "-c", "sequences check");
    }

    @Test
    void readmeMayRepeatStepsWithOrWithoutExitCodes() {
        String transcript = "# fixture: x\n\ndbsh> a\n1\n[exit 0]\n\n# why\ndbsh> b\n\n2\n[exit 10]\n";

        assertThat(ReadmeBlocks.repeats("dbsh> a\n1\n[exit 0]\n", transcript)).isTrue();
        assertThat(ReadmeBlocks.repeats("dbsh> b\n\n2\n", transcript)).isTrue();
        assertThat(ReadmeBlocks.repeats("dbsh> a\n1\n\ndbsh> b\n\n2\n", transcript))
                .isTrue();
        assertThat(ReadmeBlocks.repeats("dbsh> a\n2\n", transcript)).isFalse();
        assertThat(ReadmeBlocks.repeats("dbsh> a\n", transcript)).isFalse();
    }

    @Test
    void readmeBlocksAreFoundByTheirMarks() {
        String readme = """
                <!-- transcript: first -->
                ```
                dbsh> a
                ```

                ```dbsh-transcript drifted-sequences
                dbsh> b
                ```

                ```
                dbsh> not one
                ```
                """;

        assertThat(ReadmeBlocks.repeated(readme)).containsExactly(new ReadmeBlocks.Block("first", "dbsh> a\n"));
        assertThat(ReadmeBlocks.whole(readme))
                .containsExactly(new ReadmeBlocks.Block("drifted-sequences", "dbsh> b\n"));
    }
}
