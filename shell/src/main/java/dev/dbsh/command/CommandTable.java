package dev.dbsh.command;

import dev.dbsh.report.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All commands by their words. */
public final class CommandTable {
    private final Map<String, Command> byName = new LinkedHashMap<>();
    private final Supplier<? extends Collection<String>> otherWords;

    /** @param otherWords words that are no command and may have been meant by a mistyped one; asked only then */
    public CommandTable(Collection<? extends Command> commands, Supplier<? extends Collection<String>> otherWords) {
        this.otherWords = otherWords;
        for (Command command : commands) {
            if (byName.put(command.signature().name(), command) != null) {
                throw new IllegalArgumentException(
                        "two commands are called " + command.signature().name());
            }
        }
    }

    /** Every command, in the order in which they were given. */
    public Collection<Command> commands() {
        return byName.values();
    }

    public Optional<Command> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** True when a command begins with that word. */
    public boolean isCommandWord(String word) {
        for (String name : byName.keySet()) {
            if (name.equals(word) || name.startsWith(word + ' ')) {
                return true;
            }
        }
        return false;
    }

    /** A command and how many of the words were its name. */
    public record Match(Command command, int words) {}

    /** The command whose name is the longest beginning of the words. */
    public Optional<Match> match(List<Word> words) {
        @Nullable Match best = null;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            name.append(i == 0 ? "" : " ").append(words.get(i).raw());
            Command command = byName.get(name.toString());
            if (command != null) {
                best = new Match(command, i + 1);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Why the words make no command, with the nearest one that exists. */
    public Refusal unknown(List<Word> words) {
        String first = words.get(0).text();
        String typed = words.size() > 1 && isCommandWord(first)
                ? first + ' ' + words.get(1).text()
                : first;
        return Refusal.usage(
                "there is no command \"" + typed + "\"",
                findNearest(typed)
                        .map(near -> "did you mean " + near + "? type help for all of them")
                        .orElse("type help for all commands; SQL ends with ;"));
    }

    /** The command, or the first word of one, that was most likely meant. */
    public Optional<String> findNearest(String typed) {
        List<String> candidates = new ArrayList<>(byName.keySet());
        for (String name : byName.keySet()) {
            int blank = name.indexOf(' ');
            if (blank > 0) {
                candidates.add(name.substring(0, blank));
            }
        }
        candidates.addAll(otherWords.get());
        return Nearest.to(typed, candidates);
    }
}
