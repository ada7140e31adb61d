package dev.dbsh.console;

import static java.util.stream.Collectors.joining;

import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Word;
import dev.dbsh.console.cursor.Kind;
import dev.dbsh.console.cursor.PartialName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What Tab offers in a command: its further words, its options, and the values that a place takes. */
final class CommandOffers {
    private final CommandTable commands;
    private final Names names;
    private final Map<Completion, List<String>> words;

    CommandOffers(CommandTable commands, Names names, Map<Completion, List<String>> words) {
        this.commands = commands;
        this.names = names;
        this.words = words;
    }

    /** @param before the words up to the one that is typed; none for the first */
    List<Offer> at(List<Word> before, String word) {
        List<Offer> offers = new ArrayList<>(nextWords(before, word));
        commands.match(before)
                .ifPresent(match -> offers.addAll(
                        values(match.command().signature(), before.subList(match.words(), before.size()), word)));
        return offers;
    }

    private List<Offer> nextWords(List<Word> before, String word) {
        String start = before.stream().map(typed -> typed.raw() + " ").collect(joining());
        TreeSet<String> next = new TreeSet<>();
        for (Command command : commands.commands()) {
            String name = command.signature().name();
            if (name.startsWith(start + word)) {
                int end = name.indexOf(' ', start.length());
                next.add(name.substring(start.length(), end < 0 ? name.length() : end));
            }
        }
        return next.stream().map(Offer::word).toList();
    }

    private List<Offer> values(Signature signature, List<Word> typed, String word) {
        List<Word> plain = new ArrayList<>();
        @Nullable Option open = null;
        for (Word one : typed) {
            String text = one.text();
            Option option = signature
                    .findOption(text.endsWith("=") ? text.substring(0, text.length() - 1) : text)
                    .orElse(null);
            if (option == null && open == null) {
                plain.add(one);
            }
            open = option == null || option.isFlag() ? null : option;
        }
        if (open != null) {
            return of(open.completion(), word);
        }
        Parameter parameter = parameter(signature, plain.size());
        if (word.startsWith("-") && (parameter == null || parameter.takes() != Parameter.Takes.REST)) {
            return options(signature, typed, word);
        }
        if (parameter == null) {
            return List.of();
        }
        return of(parameter.completion(), word);
    }

    private static @Nullable Parameter parameter(Signature signature, int index) {
        List<Parameter> all = signature.parameters();
        if (index < all.size()) {
            return all.get(index);
        }
        Parameter last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean goesOn = last != null
                && (last.presence() == Parameter.Presence.REPEATED || last.takes() == Parameter.Takes.REST);
        return goesOn ? last : null;
    }

    private static List<Offer> options(Signature signature, List<Word> typed, String word) {
        return signature.options().stream()
                .map(Option::name)
                .filter(name -> name.startsWith(word))
                .filter(name -> typed.stream().noneMatch(one -> one.text().equals(name)))
                .map(Offer::word)
                .toList();
    }

    private List<Offer> of(Completion completion, String word) {
        return switch (completion) {
            // What follows is SQL or another command, and offered as such.
            case NONE, COMMANDS -> List.of();
            case RELATIONS ->
                names(EnumSet.of(Kind.TABLE, Kind.FOREIGN_TABLE, Kind.VIEW, Kind.MATERIALIZED_VIEW), word);
            case TABLES -> names(EnumSet.of(Kind.TABLE, Kind.FOREIGN_TABLE), word);
            case SEQUENCES -> names(EnumSet.of(Kind.SEQUENCE), word);
            case SCHEMAS -> names(EnumSet.of(Kind.SCHEMA), word);
            case FUNCTIONS -> names(EnumSet.of(Kind.FUNCTION, Kind.PROCEDURE), word);
            case ROLES -> names(EnumSet.of(Kind.ROLE), word);
            case SWITCH -> beginning(List.of("on", "off"), word);
            case ENVIRONMENTS, FORMATS, SETTINGS -> beginning(words.getOrDefault(completion, List.of()), word);
            case FILES -> FileOffers.of(word);
        };
    }

    private List<Offer> names(EnumSet<Kind> kinds, String word) {
        NameOffers offers = new NameOffers(names.table(kinds), PartialName.of(word), Writing.COMMAND);
        List<Offer> beginning = offers.beginning(kinds);
        return beginning.isEmpty() ? offers.guesses(kinds) : beginning;
    }

    private static List<Offer> beginning(List<String> known, String word) {
        return known.stream()
                .filter(one -> one.startsWith(word))
                .map(Offer::word)
                .toList();
    }
}
