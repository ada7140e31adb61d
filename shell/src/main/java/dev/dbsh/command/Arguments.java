package dev.dbsh.command;

import dev.dbsh.report.Nearest;
import dev.dbsh.report.Plural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed after a command's words, held against its signature. */
public final class Arguments {
    // By name and not by the record itself, whose hash would cost classes made at run time.
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Arguments() {}

    /**
     * Reads the words by the signature.
     *
     * <p>An option may stand anywhere, as {@code --table T} or {@code --table=T}; after {@code --} all words are
     * values. A word that begins with a dash and a digit is a number.
     */
    public static Arguments of(Signature signature, List<Word> words) {
        Arguments arguments = new Arguments();
        List<Word> plain = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String text = words.get(at).text();
            if (text.equals("--") && !signature.takesRest()) {
                plain.addAll(words.subList(at + 1, words.size()));
                break;
            }
            boolean isName =
                    signature.takesCommand() && signature.findOption(text).isEmpty();
            if (!signature.takesRest() && !isName && isOption(text)) {
                at = arguments.option(signature, words, at);
            } else {
                plain.add(words.get(at));
            }
        }
        arguments.place(signature, plain);
        return arguments;
    }

    public Optional<String> find(Parameter parameter) {
        List<String> all = all(parameter);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** The value of a required parameter. */
    public String text(Parameter parameter) {
        return all(parameter).get(0);
    }

    public List<String> all(Parameter parameter) {
        return values.getOrDefault(parameter.name(), List.of());
    }

    public Optional<String> find(Option option) {
        return Optional.ofNullable(options.get(option.name()));
    }

    public boolean has(Option option) {
        return flags.contains(option.name());
    }

    private static boolean isOption(String text) {
        return text.length() > 1 && text.charAt(0) == '-' && !Character.isDigit(text.charAt(1));
    }

    private int option(Signature signature, List<Word> words, int at) {
        Word word = words.get(at);
        int equals = word.text().indexOf('=');
        String name = equals < 0 ? word.text() : word.text().substring(0, equals);
        Option option = signature.findOption(name).orElseThrow(() -> unknownOption(signature, name));
        if (option.isFlag()) {
            if (equals >= 0) {
                throw Refusal.usage(name + " takes no value", usage(signature));
            }
            flags.add(option.name());
            return at;
        }
        if (equals >= 0) {
            options.put(option.name(), word.as(option.takes()).substring(equals + 1));
            return at;
        }
        if (at + 1 == words.size()) {
            throw Refusal.usage(name + " needs a value: " + option.usage(), usage(signature));
        }
        options.put(option.name(), words.get(at + 1).as(option.takes()));
        return at + 1;
    }

    private void place(Signature signature, List<Word> plain) {
        int at = 0;
        for (Parameter parameter : signature.parameters()) {
            List<String> taken = new ArrayList<>();
            boolean many =
                    parameter.presence() == Parameter.Presence.REPEATED || parameter.takes() == Parameter.Takes.REST;
            while (at < plain.size() && (many || taken.isEmpty())) {
                taken.add(plain.get(at++).as(parameter.takes()));
            }
            if (taken.isEmpty() && parameter.presence() == Parameter.Presence.REQUIRED) {
                throw Refusal.usage(signature.name() + " needs " + parameter.name(), usage(signature));
            }
            values.put(parameter.name(), taken);
        }
        if (at < plain.size()) {
            throw Refusal.usage(
                    signature.name() + " takes " + Plural.of(at, "word") + ", \""
                            + plain.get(at).text() + "\" is one too many",
                    usage(signature));
        }
    }

    private static Refusal unknownOption(Signature signature, String name) {
        List<String> known = signature.options().stream().map(Option::name).toList();
        return Refusal.usage(
                signature.name() + " has no option " + name,
                Nearest.to(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElseGet(() -> usage(signature)));
    }

    private static String usage(Signature signature) {
        return "usage: " + signature.usage();
    }
}
