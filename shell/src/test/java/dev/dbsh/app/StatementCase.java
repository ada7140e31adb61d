package dev.dbsh.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of {@code sql/refused/*.sql} or {@code sql/allowed/*.sql}.
 *
 * @param word who refuses it, or what becomes of it
 * @param oldStrings true for a session with standard_conforming_strings = off
 * @param whole true when the text is handed over as it is, not cut at its semicolons
 * @param needs the extension without which the file means nothing; empty for most
 */
record StatementCase(String file, int line, String word, String text, boolean oldStrings, boolean whole, String needs) {

    /** Every case of the folder, in the order of the files. */
    static List<StatementCase> of(String folder) {
        try (Stream<Path> files = Files.list(
                Path.of(StatementCase.class.getResource("/sql/" + folder).toURI()))) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StatementCase> read(Path file) {
        List<StatementCase> cases = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            boolean oldStrings = lines.contains("-- old strings");
            boolean whole = lines.contains("-- whole");
            String needs = lines.stream()
                    .filter(line -> line.startsWith("-- needs "))
                    .map(line -> line.substring("-- needs ".length()))
                    .findFirst()
                    .orElse("");
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).startsWith("--")) {
                    String[] parts = lines.get(i).split(" +", 2);
                    cases.add(new StatementCase(
                            file.getFileName().toString(),
                            i + 1,
                            parts[0],
                            unescaped(parts[1]),
                            oldStrings,
                            whole,
                            needs));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(
                    c != '\\'
                            ? c
                            : switch (text.charAt(++i)) {
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                case 't' -> '\t';
                                case '\\' -> '\\';
                                default -> throw new IllegalArgumentException("\\" + text.charAt(i) + " in " + text);
                            });
        }
        return plain.toString();
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + text;
    }
}
