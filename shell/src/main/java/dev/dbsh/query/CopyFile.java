package dev.dbsh.query;

import dev.dbsh.command.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file that is copied to: it appears whole or not at all. What cannot be replaced, a device or a pipe, is written as
 * it is.
 */
final class CopyFile implements AutoCloseable {
    private final Path target;
    private final @Nullable Path unfinished;
    private final OutputStream out;

    private CopyFile(Path target, @Nullable Path unfinished, OutputStream out) {
        this.target = target;
        this.unfinished = unfinished;
        this.out = out;
    }

    static CopyFile to(String name) {
        try {
            Path target = Path.of(name);
            if (Files.isDirectory(target)) {
                throw cannot("write", name, "it is a directory");
            }
            boolean replaced = !Files.exists(target) || Files.isRegularFile(target);
            if (!replaced) {
                return new CopyFile(target, null, Files.newOutputStream(target));
            }
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            Path unfinished = real.resolveSibling("." + real.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            OutputStream out =
                    Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new CopyFile(real, unfinished, out);
        } catch (IOException | InvalidPathException e) {
            throw cannot("write", name, reason(e));
        }
    }

    static InputStream from(String name) {
        try {
            Path source = Path.of(name);
            if (Files.isDirectory(source)) {
                throw cannot("read", name, "it is a directory");
            }
            return Files.newInputStream(source);
        } catch (NoSuchFileException e) {
            throw Refusal.of(Refusal.Kind.MISSING_FILE, "there is no file " + name, "nothing was copied");
        } catch (IOException | InvalidPathException e) {
            throw cannot("read", name, reason(e));
        }
    }

    OutputStream out() {
        return out;
    }

    /** Puts the file in its place, with the permissions of the one that it replaces. */
    void finish() throws IOException {
        out.close();
        Path written = unfinished;
        if (written != null) {
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(target));
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What was not finished goes. */
    @Override
    public void close() throws IOException {
        out.close();
        if (unfinished != null) {
            Files.deleteIfExists(unfinished);
        }
    }

    /** True when what was written before a failure cannot be taken back. */
    boolean staysHalf() {
        return unfinished == null;
    }

    static Refusal cannot(String what, String name, String reason) {
        return Refusal.of(
                Refusal.Kind.NOT_POSSIBLE, "cannot " + what + " " + name + ": " + reason, "nothing was copied");
    }

    static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
