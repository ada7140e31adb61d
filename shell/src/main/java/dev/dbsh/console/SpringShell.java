package dev.dbsh.console;

import dev.dbsh.command.Command;
import dev.dbsh.command.CommandTable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandParser;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * Our commands in a Spring context, as Spring Shell's loop finds them there. Made in the background, because that takes
 * as long as opening the terminal.
 */
public final class SpringShell implements AutoCloseable {
    private final CompletableFuture<GenericApplicationContext> context;
    private volatile Consumer<String> lines = line -> {
        throw new IllegalStateException("nobody takes lines yet");
    };

    private SpringShell(CommandTable commands) {
        context = CompletableFuture.supplyAsync(() -> context(commands), SpringShell::inBackground);
    }

    /** Begins to make it. */
    public static SpringShell of(CommandTable commands) {
        return new SpringShell(commands);
    }

    /** Waits until it is made. */
    QuietRunner runner(LineInput input, Consumer<String> taker) {
        lines = taker;
        GenericApplicationContext made = context.join();
        return new QuietRunner(input, made.getBean(CommandParser.class), made.getBean(CommandRegistry.class));
    }

    @Override
    public void close() {
        if (context.isDone() && !context.isCompletedExceptionally()) {
            context.join().close();
        }
    }

    private GenericApplicationContext context(CommandTable commands) {
        GenericApplicationContext made = new Beans();
        // As singletons they need no definition that Spring would have to read.
        DefaultListableBeanFactory beans = made.getDefaultListableBeanFactory();
        beans.registerSingleton("parser", new WholeLine(commands));
        beans.registerSingleton("anything", SpringShellCommand.anything(this::take));
        for (Command command : commands.commands()) {
            beans.registerSingleton(command.signature().name(), SpringShellCommand.of(command.signature(), this::take));
        }
        // This one collects the commands when Spring tells it that all are there.
        made.registerBean(CommandRegistry.class, () -> new CommandRegistry());
        made.refresh();
        return made;
    }

    private void take(String line) {
        lines.accept(line);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "dbsh-spring");
        thread.setDaemon(true);
        thread.start();
    }

    /** Without Spring's translated messages: nobody asks for one, and making them ready is a tenth of the start. */
    private static final class Beans extends GenericApplicationContext {

        @Override
        protected void initMessageSource() {
            // none
        }
    }
}
