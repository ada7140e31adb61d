package dev.dbsh.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a command, for parsing, completion, help and the README.
 *
 * @param name the words it is called by: {@code sequences check}
 * @param summary one line, for the list
 * @param example a call that works on the demo
 */
public record Signature(
        String name,
        Group group,
        String summary,
        List<Parameter> parameters,
        List<Option> options,
        String example,
        Kind kind) {

    /** Under which heading help lists a command. */
    public enum Group {
        SEQUENCES("Sequences"),
        LOCKS("Locks"),
        CATALOG("Catalog"),
        SQL("SQL"),
        SESSION("Session");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What a command's outcome means to a job, and what it needs. */
    public enum Kind {
        /** Reads the server; findings are not an error. */
        QUERY,
        /** Reads the server; findings and what could not be seen end a batch call with 10 and 11. */
        CHECK,
        /** About dbsh itself: needs no connection. */
        LOCAL
    }

    public Signature {
        parameters = List.copyOf(parameters);
        options = List.copyOf(options);
    }

    public static Signature query(String name, Group group, String summary, String example) {
        return new Signature(name, group, summary, List.of(), List.of(), example, Kind.QUERY);
    }

    public static Signature check(String name, Group group, String summary, String example) {
        return new Signature(name, group, summary, List.of(), List.of(), example, Kind.CHECK);
    }

    public static Signature local(String name, Group group, String summary, String example) {
        return new Signature(name, group, summary, List.of(), List.of(), example, Kind.LOCAL);
    }

    public Signature taking(Parameter... more) {
        return new Signature(name, group, summary, List.of(more), options, example, kind);
    }

    public Signature with(Option... more) {
        return new Signature(name, group, summary, parameters, List.of(more), example, kind);
    }

    public Optional<Option> findOption(String word) {
        for (Option option : options) {
            if (option.name().equals(word)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** True when everything after the name is one text that is not to be read as options. */
    public boolean takesRest() {
        for (Parameter parameter : parameters) {
            if (parameter.takes() == Parameter.Takes.REST) {
                return true;
            }
        }
        return false;
    }

    /** True when it takes the words of a command, which may look like an option. */
    boolean takesCommand() {
        for (Parameter parameter : parameters) {
            if (parameter.completion() == Completion.COMMANDS) {
                return true;
            }
        }
        return false;
    }

    /** {@code sequences [PATTERN] [--behind] [--table T]} */
    public String usage() {
        List<String> words = new ArrayList<>();
        words.add(name);
        for (Parameter parameter : parameters) {
            words.add(parameter.usage());
        }
        for (Option option : options) {
            words.add("[" + option.usage() + "]");
        }
        return String.join(" ", words);
    }
}
