package dev.dbsh.app;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.command.TextCommand;
import dev.dbsh.command.Word;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** {@code sql --file FILE [--single-transaction]}: a file of SQL, statement by statement, up to the first failure. */
final class SqlFile implements TextCommand {
    static final String STANDARD_INPUT = "-";

    private static final String NAME = "sql --file";
    private static final Parameter FILE = Parameter.required("FILE", Parameter.Takes.TEXT, Completion.FILES);
    private static final Option TOGETHER =
            Option.flag("--single-transaction", "commit all of it, or roll all of it back");

    /**
     * What is to be run.
     *
     * @param file {@code -} for standard input
     * @param together true for one transaction around all of it
     */
    record Request(String file, boolean together) {
        /** As messages call it. */
        String name() {
            return file.equals(STANDARD_INPUT) ? "standard input" : file;
        }

        /** Where it is found again. */
        String path() {
            return file.equals(STANDARD_INPUT)
                    ? name()
                    : Path.of(file).toAbsolutePath().normalize().toString();
        }

        /** As it was called. */
        String call() {
            return NAME + " " + file + (together ? " " + TOGETHER.name() : "");
        }
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        NAME,
                        Signature.Group.SQL,
                        "Run a file of SQL statement by statement, - for standard input",
                        "sql --file repair.sql --single-transaction")
                .taking(FILE)
                .with(TOGETHER);
    }

    static Request request(Arguments arguments) {
        return new Request(arguments.text(FILE), arguments.has(TOGETHER));
    }

    /** True for a line that begins so; after a bare {@code sql} it would be a comment. */
    static boolean isNamed(String line) {
        String[] words = line.split("[\\s;]+", 3);
        return words.length > 1 && words[0].equals("sql") && isMeant(Word.given(words[1]));
    }

    /** True for a word that can only be one of its options, whatever stands where. */
    static boolean isMeant(Word word) {
        return word.text().startsWith("--file") || word.text().startsWith(TOGETHER.name());
    }

    static Refusal misplaced(Word word) {
        return Refusal.usage(
                "\"" + word.text() + "\" does not stand behind sql",
                "sql --file FILE, and " + TOGETHER.name() + " behind it");
    }

    /** Refuses a call that names a file that is not there, before a server is looked for. */
    static void checkNamed(CommandTable table, List<Word> words) {
        CommandTable.Match match = table.match(words).orElse(null);
        if (match != null && match.command() instanceof SqlFile command) {
            Arguments arguments = Arguments.of(command.signature(), words.subList(match.words(), words.size()));
            path(request(arguments));
        }
    }

    /** Where the file is, which is there and no directory. */
    static Path path(Request request) {
        try {
            Path path = Path.of(request.file().equals(STANDARD_INPUT) ? "" : request.file());
            if (request.file().equals(STANDARD_INPUT) || (Files.exists(path) && !Files.isDirectory(path))) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw missing(request, "is no path");
        }
        throw missing(request, Files.isDirectory(Path.of(request.file())) ? "is a directory" : "does not exist");
    }

    static Refusal missing(Request request, String why) {
        return Refusal.of(
                Refusal.Kind.MISSING_FILE, request.file() + " " + why + "; nothing was run", "sql --file FILE");
    }
}
