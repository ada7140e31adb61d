package dev.dbsh.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of {@code sql/split}, each with the pieces that it is cut into beside it. Record those with {@code
 * -Dsplit.record=true}, then read the difference.
 */
class SplitterCorpusTest {
    static final Path FILES = Path.of("src/test/resources/sql/split");
    private static final boolean RECORDING = Boolean.getBoolean("split.record");

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void fileIsCutIntoThesePieces(String name) throws IOException {
        Path golden = FILES.resolve(name.replace(".sql", ".pieces"));
        String pieces = Shown.of(Files.readAllBytes(FILES.resolve(name)));

        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        if (RECORDING) {
            Files.writeString(golden, pieces);
        }
        assertThat(pieces).isEqualTo(expected);
    }
}
