package dev.dbsh.app;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Option;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.command.Word;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.PasswordMode;
import dev.dbsh.report.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command line asks for. Arguments are taken as they are: nothing is split or joined again.
 *
 * @param commands the texts of {@code -c}, in their order
 * @param command the words of the one command given without {@code -c}; empty when there is none
 * @param confirmed the values of {@code --confirm}
 * @param connection the word that is no command: a URI, key=value pairs or a database
 * @param demo true for a call on the embedded incident
 */
record Call(
        Map<CallOption, String> options,
        List<String> commands,
        List<Word> command,
        List<String> confirmed,
        @Nullable String connection,
        boolean demo) {

    /** @param table asked only when a word may be a command */
    static Call of(List<String> arguments, Supplier<CommandTable> table) {
        return new Reader(arguments, table).read();
    }

    boolean has(CallOption option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(CallOption option) {
        return options.get(option);
    }

    /** True when nothing is named that is to be run: the terminal, or standard input, says what. */
    boolean isInteractive() {
        return commands.isEmpty() && command.isEmpty();
    }

    /** {@code dbsh help}, which is about the call and not about the shell's commands alone. */
    boolean isBareHelp() {
        return command.size() == 1 && command.get(0).text().equals("help");
    }

    ConnectRequest request() {
        PasswordMode mode = has(CallOption.NO_PASSWORD)
                ? PasswordMode.NEVER
                : has(CallOption.PASSWORD) ? PasswordMode.ALWAYS : PasswordMode.WHEN_NEEDED;
        @Nullable String database = value(CallOption.DATABASE);
        return new ConnectRequest(
                value(CallOption.HOST),
                value(CallOption.PORT),
                value(CallOption.USER),
                database == null ? connection : database,
                value(CallOption.ENVIRONMENT),
                mode);
    }

    private static final class Reader {
        private final List<String> arguments;
        private final Supplier<CommandTable> table;
        private final Map<CallOption, String> options = new EnumMap<>(CallOption.class);
        private final List<String> commands = new ArrayList<>();
        private final List<Word> command = new ArrayList<>();
        private final List<String> confirmed = new ArrayList<>();
        private @Nullable String connection;
        private boolean demo;

        Reader(List<String> arguments, Supplier<CommandTable> table) {
            this.arguments = arguments;
            this.table = table;
        }

        Call read() {
            for (int at = 0; at < arguments.size(); at++) {
                String argument = arguments.get(at);
                if (argument.equals("--")) {
                    command.addAll(words(at + 1));
                    break;
                }
                at = isOption(argument) ? option(argument, at) : word(argument, at);
            }
            if (!command.isEmpty() && !commands.isEmpty()) {
                throw Refusal.usage(
                        "both -c and the command \"" + command.get(0).text() + "\" are given", "give it as another -c");
            }
            if (connection != null && options.containsKey(CallOption.DATABASE)) {
                throw Refusal.usage(
                        "two connections are given: -d " + options.get(CallOption.DATABASE) + " and " + connection,
                        "leave one of them out");
            }
            return new Call(options, commands, command, confirmed, connection, demo);
        }

        private static boolean isOption(String argument) {
            return argument.length() > 1 && argument.charAt(0) == '-';
        }

        private List<Word> words(int from) {
            return arguments.subList(from, arguments.size()).stream()
                    .map(Word::given)
                    .toList();
        }

        private int option(String argument, int at) {
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = equals < 0 ? argument : argument.substring(0, equals);
            CallOption option = CallOption.find(name);
            if (option == null) {
                return gluedOrUnknown(argument, at);
            }
            if (option.isFlag()) {
                if (equals >= 0) {
                    throw Refusal.usage(name + " takes no value", "type dbsh --help");
                }
                options.put(option, "");
                return at;
            }
            if (equals >= 0) {
                put(option, argument.substring(equals + 1));
                return at;
            }
            if (at + 1 == arguments.size()) {
                throw Refusal.usage(
                        name + " needs a value", "usage: " + option.usage().strip());
            }
            put(option, arguments.get(at + 1));
            return at + 1;
        }

        // -p5432 and -Upostgres, as psql takes them
        private int gluedOrUnknown(String argument, int at) {
            CallOption option = argument.startsWith("--") ? null : CallOption.find(argument.substring(0, 2));
            if (option == null || option.isFlag()) {
                List<String> known =
                        Arrays.stream(CallOption.values()).map(CallOption::word).toList();
                throw Refusal.usage(
                        "there is no option " + argument,
                        Nearest.to(argument, known)
                                .map(near -> "did you mean " + near + "? type dbsh --help for all of them")
                                .orElse("type dbsh --help for all of them"));
            }
            put(option, argument.substring(2));
            return at;
        }

        private void put(CallOption option, String value) {
            switch (option) {
                case COMMAND -> commands.add(value);
                case CONFIRM -> confirmed.add(value);
                default -> options.put(option, value);
            }
        }

        private int word(String argument, int at) {
            if (argument.equals("demo") && !demo && connection == null) {
                demo = true;
                return at;
            }
            CommandTable known = table.get();
            if (known.isCommandWord(argument)) {
                return command(at);
            }
            if (connection != null
                    && known.findNearest(connection + " " + argument).isPresent()) {
                throw known.unknown(List.of(Word.given(connection), Word.given(argument)));
            }
            if (connection != null || demo) {
                throw known.unknown(words(at));
            }
            connection = argument;
            return at;
        }

        /** Takes the rest as the command's own words, but for long options of the call that it has none of its own for. */
        private int command(int from) {
            Signature signature = table.get()
                    .match(words(from))
                    .map(match -> match.command().signature())
                    .orElse(null);
            for (int at = from; at < arguments.size(); at++) {
                String argument = arguments.get(at);
                if (argument.equals("--")) {
                    command.addAll(words(at));
                    break;
                }
                if (at > from && isOfTheCall(argument, signature)) {
                    at = option(argument, at);
                } else {
                    command.add(Word.given(argument));
                }
            }
            return arguments.size();
        }

        private static boolean isOfTheCall(String argument, @Nullable Signature signature) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            CallOption option = CallOption.find(name);
            if (option == null || !option.isLong(name) || signature == null) {
                return false;
            }
            return signature.options().stream().map(Option::name).noneMatch(name::equals) && !signature.takesRest();
        }
    }
}
