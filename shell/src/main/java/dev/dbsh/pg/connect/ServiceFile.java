package dev.dbsh.pg.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code pg_service.conf}: named sets of connection parameters. */
final class ServiceFile {
    private final Path path;

    private ServiceFile(Path path) {
        this.path = path;
    }

    /** Looks in {@code PGSERVICEFILE} or the user's file, then in the system's file. */
    static Parameters read(String service, Surroundings surroundings) {
        String named = surroundings.variable("PGSERVICEFILE");
        Path own = named == null ? surroundings.home().resolve(".pg_service.conf") : Path.of(named);
        Path shared = surroundings.systemConfiguration().resolve("pg_service.conf");
        Parameters found = new Parameters();
        boolean present = (named != null || Files.exists(own)) && new ServiceFile(own).read(service, found);
        if (!present && Files.exists(shared)) {
            present = new ServiceFile(shared).read(service, found);
        }
        if (!present) {
            throw new InvalidConnection(
                    "definition of service \"" + service + "\" not found",
                    "add [" + service + "] to " + own + " or " + shared);
        }
        return found;
    }

    private boolean read(String service, Parameters found) {
        List<String> lines = lines();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                if (inside) {
                    return true;
                }
                inside = line.startsWith(service + "]", 1);
            } else if (inside) {
                readLine(line, i + 1, found);
            }
        }
        return inside;
    }

    private void readLine(String line, int number, Parameters found) {
        if (line.startsWith("ldap")) {
            throw failure("ldap lookups are not supported", number, "write the parameters into the file");
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw failure("syntax error: no \"=\"", number, "write it as name=value");
        }
        String word = line.substring(0, equals);
        if (word.equals("service")) {
            throw failure("nested service specifications not supported", number, "remove the line");
        }
        Keyword keyword = Keyword.find(word)
                .orElseThrow(() -> failure(
                        "syntax error: unknown parameter \"" + word + '"', number, ConnectionString.suggestion(word)));
        if (keyword.treatment() == Keyword.Treatment.REFUSED) {
            throw failure(word + " cannot be used: " + keyword.reason(), number, "remove the line");
        }
        found.putIfAbsent(keyword, line.substring(equals + 1), path + " line " + number);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new ConfigurationFailure(
                    "service file \"" + path + "\" cannot be read: " + FileTrouble.words(e), "ls -l " + path);
        }
    }

    private ConfigurationFailure failure(String message, int number, String hint) {
        return new ConfigurationFailure(message + " in service file \"" + path + "\", line " + number, hint);
    }
}
