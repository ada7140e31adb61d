package dev.dbsh.pg.connect;

import dev.dbsh.report.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** {@code config.toml}: everything in it is known, or it is an error with its line. */
final class ConfigFile {
    /** The tables that may stand at the top; whoever reads another one adds its name here. */
    private static final List<String> TABLES = List.of("environments");

    private final Path path;
    private final TomlParseResult content;

    private ConfigFile(Path path, TomlParseResult content) {
        this.path = path;
        this.content = content;
    }

    /** Empty when there is no such file. */
    static Optional<ConfigFile> read(Surroundings surroundings) {
        Path path = surroundings.configuration();
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        checkOwner(path, surroundings.osUser());
        try {
            TomlParseResult content = Toml.parse(path);
            ConfigFile file = new ConfigFile(path, content);
            file.checkSyntax();
            file.checkKeys(content, TABLES, "table");
            return Optional.of(file);
        } catch (IOException e) {
            throw new ConfigurationFailure(path + " cannot be read: " + FileTrouble.words(e), "ls -l " + path);
        }
    }

    private static void checkOwner(Path path, String user) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
            String owner = attributes.owner().getName();
            if (!owner.equals(user) && !owner.equals("root")) {
                throw new ConfigurationFailure(
                        path + " belongs to " + owner + ", neither to " + user + " nor to root", "ls -l " + path);
            }
            if (attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new ConfigurationFailure(path + " can be written by everybody", "chmod o-w " + path);
            }
        } catch (IOException e) {
            throw new ConfigurationFailure(path + " cannot be read: " + FileTrouble.words(e), "ls -l " + path);
        }
    }

    private void checkSyntax() {
        if (content.hasErrors()) {
            TomlParseError first = content.errors().get(0);
            throw failure(String.valueOf(first.getMessage()), first.position(), "mend the line");
        }
    }

    /** A password may stand in a file that only its owner reads. */
    boolean isPrivate() {
        try {
            for (PosixFilePermission permission : Files.getPosixFilePermissions(path)) {
                if (!permission.name().startsWith("OWNER")) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty when the table is not there. */
    Optional<TomlTable> table(String name) {
        return content.contains(List.of(name)) ? Optional.of(table(content, name)) : Optional.empty();
    }

    TomlTable table(TomlTable parent, String name) {
        if (parent.get(List.of(name)) instanceof TomlTable table) {
            return table;
        }
        throw failure("\"" + name + "\" is not a table", parent, name, "write it as a table: [" + name + ".NAME]");
    }

    Optional<String> text(TomlTable table, String key) {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw failure("\"" + key + "\" is not a text", table, key, "put it into double quotes");
    }

    void checkKeys(TomlTable table, Collection<String> known, String what) {
        for (String key : table.keySet()) {
            if (!known.contains(key)) {
                String near = Nearest.to(key, known)
                        .map(word -> "did you mean " + word)
                        .orElse("known: " + known);
                throw failure("unknown " + what + " \"" + key + '"', table, key, near);
            }
        }
    }

    ConfigurationFailure failure(String message, TomlTable table, String key, String hint) {
        return failure(message, table.inputPositionOf(List.of(key)), hint);
    }

    private ConfigurationFailure failure(String message, @Nullable TomlPosition position, String hint) {
        String line = position == null ? "" : " line " + position.line();
        return new ConfigurationFailure(path + line + ": " + message, hint);
    }
}
