package dev.dbsh.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/** Files that only their owner may read, in a directory that only he may enter, whatever the umask says. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Creates both where they are missing, and refuses what is not a plain file and directory of our own. */
    public static void secure(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new FileSystemException(file.toString(), null, "has no directory");
        }
        createDirectory(directory);
        check(directory, DIRECTORY);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            check(file, FILE);
        }
    }

    /** Creates the file where it is missing, for its owner alone. */
    public static void create(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        } catch (FileAlreadyExistsException e) {
            check(file, FILE);
        }
    }

    /** The reason in words, with the path that it concerns. */
    public static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return String.valueOf(e.getMessage());
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getFile() + ": permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return failure.getFile() + " does not exist";
        }
        return failure.getFile() + " " + (failure.getReason() == null ? "cannot be used" : failure.getReason());
    }

    private static void createDirectory(Path directory) throws IOException {
        FileAttribute<?> mode = PosixFilePermissions.asFileAttribute(DIRECTORY);
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory, mode);
        }
    }

    private static void check(Path path, Set<PosixFilePermission> mode) throws IOException {
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
            throw new FileSystemException(path.toString(), null, "is a symbolic link");
        }
        if (mode.equals(DIRECTORY) && !found.isDirectory()) {
            throw new NotDirectoryException(path.toString());
        }
        if (mode.equals(FILE) && !found.isRegularFile()) {
            throw new FileSystemException(path.toString(), null, "is not a regular file");
        }
        if (!found.owner().equals(self())) {
            throw new FileSystemException(
                    path.toString(), null, "belongs to " + found.owner().getName());
        }
        if (!found.permissions().equals(mode)) {
            Files.setPosixFilePermissions(path, mode);
        }
    }

    private static UserPrincipal self() throws IOException {
        Path process = Path.of("/proc/self");
        if (Files.exists(process)) {
            return Files.getOwner(process);
        }
        return process.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
