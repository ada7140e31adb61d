package dev.dbsh.sql;

import dev.dbsh.demo.Login;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What psql did with a file.
 *
 * @param sent the statements, as it sent them
 * @param refused the lines in which those end that the server answered with an error
 */
record PsqlRun(List<String> sent, Set<Integer> refused) {
    private static final String BEGIN = "********* QUERY **********\n";
    private static final String END = "\n**************************\n";
    private static final Pattern ERROR = Pattern.compile("(?m)^psql:[^:\n]*:(\\d+): (?:ERROR|FATAL):");
    private static final long SECONDS = 120;

    /** @param directory for its files */
    static PsqlRun of(Path file, Login login, Path directory) throws IOException, InterruptedException {
        Path log = directory.resolve(file.getFileName() + ".log");
        Path errors = directory.resolve(file.getFileName() + ".err");
        ProcessBuilder builder = new ProcessBuilder(
                "psql", "-X", "-q", "-v", "ON_ERROR_STOP=0", "-L", log.toString(), "-f", file.toString());
        builder.directory(directory.toFile());
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", login.host(),
                        "PGPORT", Integer.toString(login.port()),
                        "PGUSER", login.user(),
                        "PGPASSWORD", login.password(),
                        "PGDATABASE", login.database(),
                        "PGCLIENTENCODING", "UTF8",
                        "LC_ALL", "C.UTF-8"));
        builder.redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        Process psql = builder.start();
        if (!psql.waitFor(SECONDS, TimeUnit.SECONDS)) {
            psql.destroyForcibly();
            throw new IllegalStateException("psql did not end with " + file);
        }
        return new PsqlRun(statements(text(log)), lines(text(errors)));
    }

    // What is no UTF-8 in the file is none in the log.
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static List<String> statements(String log) {
        List<String> statements = new ArrayList<>();
        for (int at = log.indexOf(BEGIN); at >= 0; at = log.indexOf(BEGIN, at)) {
            int begin = at + BEGIN.length();
            int end = log.indexOf(END, begin);
            statements.add(log.substring(begin, end));
            at = end;
        }
        return statements;
    }

    private static Set<Integer> lines(String errors) {
        Set<Integer> lines = new HashSet<>();
        ERROR.matcher(errors)
                .results()
                .map(MatchResult::group)
                .forEach(error -> lines.add(Integer.parseInt(error.split(":", -1)[2])));
        return lines;
    }
}
