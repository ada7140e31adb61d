package dev.dbsh.console;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files by the beginning of their path. */
final class FileOffers {
    private static final int MANY = 1_000;

    private FileOffers() {}

    static List<Offer> of(String word) {
        int slash = word.lastIndexOf('/');
        String directory = word.substring(0, slash + 1);
        String start = word.substring(slash + 1);
        List<Offer> offers = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(directory.isEmpty() ? "." : directory))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean wanted = name.startsWith(start) && (!name.startsWith(".") || start.startsWith("."));
                if (wanted && isPlain(name) && offers.size() < MANY) {
                    boolean more = Files.isDirectory(file);
                    offers.add(new Offer(directory + name + (more ? "/" : ""), !more));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            // No such directory, or none that may be read: it has nothing to offer.
            return List.of();
        }
        return offers;
    }

    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> c <= ' ' || c == '\'' || c == '"');
    }
}
