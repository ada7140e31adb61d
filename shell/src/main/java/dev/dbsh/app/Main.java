package dev.dbsh.app;

import dev.dbsh.render.Palette;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        ErrorLines errors = new ErrorLines(new FileOutputStream(FileDescriptor.err), Palette.PLAIN);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> bug(errors, e));
        Invocation invocation = new Invocation(
                List.of(arguments),
                System.getenv(),
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
        System.exit(new Program(invocation, Tty.ofProcess()).endingOnSignals().run());
    }

    /** Runs one call that has no terminal and answers with its exit code. */
    public static int run(Invocation invocation) {
        return new Program(invocation, Tty.none()).run();
    }

    private static void bug(ErrorLines errors, Throwable e) {
        if (e instanceof OutOfMemoryError) {
            errors.line("error: out of memory; give it more: DBSH_JAVA_OPTS=-Xmx256m");
            errors.last(ExitCode.BUG, "unknown");
            // Without memory the hooks may not run through; the server rolls back by itself.
            Runtime.getRuntime().halt(ExitCode.BUG.code());
        }
        errors.bug(e);
        errors.last(ExitCode.BUG, "unknown");
        System.exit(ExitCode.BUG.code());
    }
}
