package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.report.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to type here for what one types in psql. At the prompt most of it works as it is typed. */
final class PsqlHabits {
    static final String IS_OF_PSQL = " is a command of psql";

    /** What becomes of a habit at the prompt. */
    enum Way {
        /** The command that it stands for is run, with the same arguments. */
        COMMAND,
        /** The prompt does it itself. */
        PROMPT,
        /** Nothing does it: one is told what does instead. */
        TOLD
    }

    /**
     * One row of the table.
     *
     * @param words all that it is called
     * @param takes its arguments, as help shows them
     * @param here what is typed in dbsh
     * @param command what it stands for; null where it is not run as a command
     */
    record Habit(
            List<String> words,
            String takes,
            String here,
            Way way,
            @Nullable String command) {
        static Habit command(String words, String takes, String command) {
            return new Habit(List.of(words.split(" ")), takes, command, Way.COMMAND, command);
        }

        static Habit prompt(String words, String takes, String here) {
            return new Habit(List.of(words.split(" ")), takes, here, Way.PROMPT, null);
        }

        static Habit told(String words, String here) {
            return new Habit(List.of(words.split(" ")), "", here, Way.TOLD, null);
        }

        /** {@code \dt \dv [PATTERN]} */
        String usage() {
            return (String.join(" ", words) + " " + takes).strip();
        }
    }

    private static final List<Habit> ALL = List.of(
            Habit.prompt("\\d", "[NAME]", "describe NAME, or tables"),
            Habit.command("\\dt \\dv \\dm \\dE", "[PATTERN]", "tables"),
            Habit.command("\\ds", "[PATTERN]", "sequences"),
            Habit.prompt("\\di", "[NAME]", "describe NAME, or select from pg_indexes"),
            Habit.command("\\df \\da", "[PATTERN]", "functions"),
            Habit.command("\\dn", "", "schemas"),
            Habit.command("\\du \\dg", "", "roles"),
            Habit.command("\\l \\list", "", "databases"),
            Habit.prompt("\\x", "[on|off|auto]", "format vertical"),
            Habit.command("\\timing", "[on|off]", "timing"),
            Habit.command("\\conninfo", "", "status"),
            Habit.prompt("\\c \\connect", "[DATABASE [USER [HOST [PORT]]]]", "connect CONNECTION --keep"),
            Habit.command("\\i \\ir \\include", "FILE", "sql --file"),
            Habit.prompt("\\g", "", "end the statement with ;"),
            Habit.prompt("\\gx", "", "format vertical, and end the statement with ;"),
            Habit.prompt("\\e \\edit", "[FILE]", "change the file, and sql --file FILE"),
            Habit.prompt("\\watch", "[SECONDS] [i=SECONDS] [c=COUNT]", "run the call in a loop of your shell"),
            Habit.command("\\s", "[COUNT]", "history"),
            Habit.command("\\? \\h \\help", "[COMMAND]", "help"),
            Habit.command("\\q \\quit", "", "quit"),
            Habit.told("\\r \\reset", "Ctrl-C gives up what is typed"),
            Habit.told("\\p \\print", "the Up key shows what was typed"),
            Habit.told("\\ef \\ev", "describe NAME, and \\e"),
            Habit.told("\\a \\t \\f \\H \\C \\T \\pset", "format table, vertical, json, csv or markdown"),
            Habit.told("\\o \\out \\w \\write", "dbsh --output FILE -c STATEMENT"),
            Habit.told("\\copy", "copy TABLE to|from FILE"),
            Habit.told("\\! \\cd \\setenv \\getenv", "no program is run from here: type it in another terminal"),
            Habit.told(
                    "\\set \\unset \\gset \\prompt \\bind",
                    "there are no variables: write the value into the statement"),
            Habit.told("\\if \\elif \\else \\endif", "there are no conditions: let your shell test the exit code"),
            Habit.told("\\echo \\qecho \\warn", "select 'words';"),
            Habit.told("\\gdesc \\gexec \\crosstabview", "end the statement with ;"),
            Habit.told("\\sf", "select pg_get_functiondef('NAME'::regproc);"),
            Habit.told("\\sv", "describe NAME"),
            Habit.told("\\dp \\z", "select * from information_schema.table_privileges;"),
            Habit.told("\\password", "alter role NAME password, which shows it: better in psql"),
            Habit.told("\\encoding", "everything is UTF-8"),
            Habit.told("\\errverbose", "an error is told in full when it happens"));

    private static final Map<String, Habit> BY_WORD = byWord();

    private PsqlHabits() {}

    /** The whole table, for whoever shows it. */
    static List<Habit> all() {
        return ALL;
    }

    /** What the word stands for; {@code +} and {@code S} behind it ask for more, which is always shown here. */
    static Optional<Habit> find(String word) {
        Habit found = BY_WORD.get(word);
        String plain = word.replaceFirst("[S+]+$", "");
        if (found == null && (plain.startsWith("\\d") || plain.equals("\\l"))) {
            found = BY_WORD.get(plain.matches("\\\\d[tvmE]+") ? "\\dt" : plain);
        }
        return Optional.ofNullable(found);
    }

    /** Says what is typed here instead; empty when the word is none of psql's. */
    static Optional<Refusal> refusal(String word) {
        return word.startsWith("\\") ? Optional.of(Refusal.usage(word + IS_OF_PSQL, here(word))) : Optional.empty();
    }

    /** What is typed here instead of it. */
    static String here(String word) {
        return find(word).map(Habit::here).orElse("help lists the commands of dbsh");
    }

    /** For a word that is in no row. */
    static Refusal unknown(String word) {
        List<String> works = new ArrayList<>();
        for (Habit habit : ALL) {
            if (habit.way() != Way.TOLD) {
                works.addAll(habit.words());
            }
        }
        return Refusal.usage(
                "there is no " + word,
                Nearest.to(word, works)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("of psql's commands these work: " + String.join(" ", works)));
    }

    private static Map<String, Habit> byWord() {
        Map<String, Habit> byWord = new LinkedHashMap<>();
        for (Habit habit : ALL) {
            habit.words().forEach(word -> byWord.put(word, habit));
        }
        return byWord;
    }
}
