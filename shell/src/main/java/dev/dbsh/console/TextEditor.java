package dev.dbsh.console;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operator's own editor, for what is better changed there than on the line. */
public final class TextEditor {
    private static final long LONGEST = 1_000_000;

    private final Screen screen;

    public TextEditor(Screen screen) {
        this.screen = screen;
    }

    /**
     * Opens the editor on the text, in a file that nobody else may read, or on a file; what it leaves stands on the next
     * line, and is not run.
     *
     * @param file null for the text
     * @throws IOException worded for the operator
     */
    public void edit(String text, @Nullable Path file) throws IOException, InterruptedException {
        Path edited = file == null ? Files.createTempFile("dbsh-", ".sql") : file;
        try {
            if (file == null) {
                Files.writeString(edited, text + "\n");
            }
            open(edited);
            screen.draft(read(edited));
        } finally {
            if (file == null) {
                Files.deleteIfExists(edited);
            }
        }
    }

    private void open(Path file) throws IOException, InterruptedException {
        String editor = command(System.getenv());
        int code =
                screen.lendTo(new ProcessBuilder(List.of("/bin/sh", "-c", editor + " \"$1\"", "sh", file.toString())));
        if (code != 0) {
            throw new IOException(editor + " ended with " + code);
        }
    }

    private static String read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        if (Files.size(file) > LONGEST) {
            throw new IOException(file + " is too long for a line: \\i " + file);
        }
        try {
            return Files.readString(file).stripTrailing();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

    private static String command(Map<String, String> environment) {
        for (String variable : List.of("VISUAL", "EDITOR")) {
            String named = environment.getOrDefault(variable, "");
            if (!named.isBlank()) {
                return named;
            }
        }
        return "vi";
    }
}
