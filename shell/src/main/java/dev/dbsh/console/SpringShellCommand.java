package dev.dbsh.console;

import dev.dbsh.command.Interpreter;
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
    private final Interpreter interpreter;
    private final Consumer<Throwable> failures;

    private SpringShellCommand(
            String name, String summary, String group, Interpreter interpreter, Consumer<Throwable> failures) {
        this.name = name;
        this.summary = summary;
        this.group = group;
        this.interpreter = interpreter;
        this.failures = failures;
    }

    static SpringShellCommand of(Signature signature, Interpreter interpreter, Consumer<Throwable> failures) {
        return new SpringShellCommand(
                signature.name(), signature.summary(), signature.group().title(), interpreter, failures);
    }

    static SpringShellCommand anything(Interpreter interpreter, Consumer<Throwable> failures) {
        return new SpringShellCommand(ANYTHING, "SQL, ended by ;", Signature.Group.SQL.title(), interpreter, failures);
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
        String text = context.parsedInput().arguments().get(0).value();
        try {
            interpreter.run(text);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            failures.accept(e);
        }
        return ExitStatus.OK;
    }
}
