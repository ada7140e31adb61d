package dev.dbsh.app;

import dev.dbsh.command.CommandTable;
import dev.dbsh.session.Help;
import java.util.List;

/** What {@code dbsh --help} prints: the ways to call it, its options, its commands. */
final class Usage {
    private static final String CALLS = """
            dbsh, the on-call shell for PostgreSQL

            usage:
              dbsh [options] [CONNECTION]                      a shell; without a terminal, commands from stdin
              dbsh [options] -c COMMAND [-c COMMAND ...]       run commands or SQL, then exit
              dbsh [options] COMMAND [ARGUMENT ...]            run one command
              dbsh demo [-c COMMAND ...]                       the same on an embedded server with an incident
              dbsh help [COMMAND]

            CONNECTION is a database, a URI (postgresql://user@host:port/db) or key=value pairs, as for psql.

            options:
            """;

    private Usage() {}

    static String text(CommandTable table) {
        StringBuilder text = new StringBuilder(CALLS);
        for (CallOption option : CallOption.values()) {
            line(text, option.usage(), option.summary());
        }
        text.append("\ncommands:\n");
        List<Help.Line> lines = Help.lines(table);
        lines.forEach(line -> line(text, line.words(), line.meaning()));
        text.append("\nExit codes: 0 done, 1 failed, 7 not connected, 10 a check found something, 11 could not tell,")
                .append(" 64 usage;\nthe manual page has them all: man dbsh\n");
        return text.toString();
    }

    private static void line(StringBuilder text, String words, String meaning) {
        text.append("  ").append(words);
        int gap = 34 - words.length();
        text.append(gap > 1 ? " ".repeat(gap) : "\n" + " ".repeat(36))
                .append(meaning)
                .append('\n');
    }
}
