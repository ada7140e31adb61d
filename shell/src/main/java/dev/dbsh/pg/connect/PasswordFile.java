package dev.dbsh.pg.connect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;

/** {@code ~/.pgpass}: lines of {@code host:port:database:user:password}; the first that matches counts. */
final class PasswordFile {
    private static final Path NOWHERE = Path.of("/dev/null");

    private final Path path;

    PasswordFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Empty when the file is missing or has no line for them. Refuses a file that others can read. */
    Optional<Secret> find(String host, int port, String database, String user) {
        if (path.equals(NOWHERE) || !isSafe()) {
            return Optional.empty();
        }
        byte[] bytes = bytes();
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            return find(characters, new String[] {host, Integer.toString(port), database, user});
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(characters.array(), '\0');
        }
    }

    private boolean isSafe() {
        try {
            PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new ConfigurationFailure("password file \"" + path + "\" is not a plain file", "ls -ld " + path);
            }
            for (PosixFilePermission permission : attributes.permissions()) {
                if (!permission.name().startsWith("OWNER")) {
                    throw new ConfigurationFailure(
                            "password file \"" + path + "\" has group or world access", "chmod 600 " + path);
                }
            }
            return true;
        } catch (IOException e) {
            // as libpq: no file, or one in a home directory that is not ours, is no password file
            return false;
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private ConfigurationFailure unreadable(IOException e) {
        return new ConfigurationFailure(
                "password file \"" + path + "\" cannot be read: " + FileTrouble.words(e), "ls -ld " + path);
    }

    private static Optional<Secret> find(CharSequence text, String[] wanted) {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n') {
                end++;
            }
            int stop = end;
            while (stop > start && text.charAt(stop - 1) == '\r') {
                stop--;
            }
            int password = text.charAt(start) == '#' ? -1 : match(text.subSequence(start, stop), wanted);
            if (password >= 0) {
                return Optional.of(unescape(text, start + password, stop));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    /** Where the password begins in the line, or -1. */
    private static int match(CharSequence line, String[] wanted) {
        int at = 0;
        for (String value : wanted) {
            at = matchField(line, at, value);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private static int matchField(CharSequence line, int from, String value) {
        if (from + 1 < line.length() && line.charAt(from) == '*' && line.charAt(from + 1) == ':') {
            return from + 2;
        }
        int matched = 0;
        for (int at = from; at < line.length(); at++) {
            boolean escaped = line.charAt(at) == '\\' && at + 1 < line.length();
            if (escaped) {
                at++;
            }
            if (line.charAt(at) == ':' && !escaped && matched == value.length()) {
                return at + 1;
            }
            if (matched == value.length() || line.charAt(at) != value.charAt(matched)) {
                return -1;
            }
            matched++;
        }
        return -1;
    }

    private static Secret unescape(CharSequence text, int from, int stop) {
        char[] password = new char[stop - from];
        int length = 0;
        for (int at = from; at < stop && text.charAt(at) != ':'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < stop) {
                at++;
            }
            password[length++] = text.charAt(at);
        }
        char[] exact = Arrays.copyOf(password, length);
        Arrays.fill(password, '\0');
        return new Secret(exact);
    }
}
