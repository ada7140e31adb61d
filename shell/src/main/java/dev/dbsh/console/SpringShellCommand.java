package dev.dbsh.console;

import dev.dbsh.command.Signature;
import java.util.function.Consumer;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.ExitStatus;

/** One of our commands as Spring Shell knows commands: found by its words, run with the line as it was typed. */
final class SpringShellCommand implements Command {
    /** What SQL, and everything else that is none of our commands, is registered under. */
    static final String ANYTHING = "";

    private final String name;
    private final String summary;
    private final String group;
    private final Consumer<String> lines;

    private SpringShellCommand(String name, String summary, String group, Consumer<String> lines) {
        this.name = name;
        this.summary = summary;
        this.group = group;
        this.lines = lines;
    }

    /** @param lines takes the line as it was typed */
    static SpringShellCommand of(Signature signature, Consumer<String> lines) {
        return new SpringShellCommand(
                signature.name(), signature.summary(), signature.group().title(), lines);
    }

    static SpringShellCommand anything(Consumer<String> lines) {
        return new SpringShellCommand(ANYTHING, "SQL, ended by ;", Signature.Group.SQL.title(), lines);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return summary;
    }

    @Override
    public String getGroup() {
        return group;
    }

    /** Always OK for Spring Shell: the interpreter has said what there was to say, and a prompt has no exit code. */
    @Override
    public ExitStatus execute(CommandContext context) {
        lines.accept(context.parsedInput().arguments().get(0).value());
        return ExitStatus.OK;
    }
}
