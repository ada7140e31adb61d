package dev.dbsh.console;

import dev.dbsh.files.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, kept in a file that only its owner can read. Several shells append to it at once. Where the file is
 * not safe, or cannot be written, the history is kept in memory only, and that is said once.
 */
public final class HistoryFile {
    private static final int KEPT = 5_000;
    private static final int TOO_MANY = 2 * KEPT;
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<OpenOption> READ_WRITE = Set.of(
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable String warning;

    /** One entry; one of several lines is still one. */
    public record Entry(Instant time, String text) {}

    private HistoryFile(@Nullable Path file) {
        this.file = file;
    }

    /** A history that ends with the process. */
    public static HistoryFile inMemory() {
        return new HistoryFile(null);
    }

    /** Reads the file, and creates it and its directory where they are missing. */
    public static HistoryFile at(Path file) {
        HistoryFile history = new HistoryFile(file);
        try {
            PrivateFiles.secure(file);
            history.load(file);
        } catch (IOException e) {
            history.giveUp(e);
        }
        return history;
    }

    /** Every entry known to this shell, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Why nothing is written; says it once. */
    Optional<String> takeWarning() {
        Optional<String> said = Optional.ofNullable(warning);
        warning = null;
        return said;
    }

    void add(Entry entry) {
        entries.add(entry);
        Path path = file;
        if (path == null) {
            return;
        }
        // A Ctrl-C at this moment interrupts, and with it closes the channel: it is handed on when the entry is kept.
        boolean interrupted = Thread.interrupted();
        try {
            while (!append(path, entry)) {
                interrupted |= Thread.interrupted();
            }
        } catch (IOException e) {
            giveUp(e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean append(Path path, Entry entry) throws IOException {
        try (FileChannel channel = open(path)) {
            channel.lock();
            write(channel, line(entry));
            return true;
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
            return false;
        }
    }

    private void giveUp(IOException e) {
        warning = "the history is kept in memory only: " + PrivateFiles.reason(e);
        file = null;
    }

    private void load(Path path) throws IOException {
        try (FileChannel channel = open(path)) {
            channel.lock();
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            int count;
            do {
                count = channel.read(bytes);
            } while (count > 0);
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            text.lines().forEach(this::read);
            if (entries.size() > TOO_MANY) {
                shorten(channel);
            }
        }
    }

    // In place and under the lock, so that another shell that appends meanwhile loses nothing.
    private void shorten(FileChannel channel) throws IOException {
        entries.subList(0, entries.size() - KEPT).clear();
        StringBuilder all = new StringBuilder();
        entries.forEach(entry -> all.append(line(entry)));
        channel.truncate(0);
        write(channel, all.toString());
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, READ_WRITE, PosixFilePermissions.asFileAttribute(PRIVATE));
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String line(Entry entry) {
        String text = entry.text().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return entry.time().toEpochMilli() + ":" + text + "\n";
    }

    // A line that is not ours, half-written or edited by hand, is passed over.
    private void read(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon > 15 || !line.chars().limit(colon).allMatch(Character::isDigit)) {
            return;
        }
        Instant time = Instant.ofEpochMilli(Long.parseLong(line.substring(0, colon)));
        entries.add(new Entry(time, unescaped(line.substring(colon + 1))));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
