package dev.dbsh.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = run(new Invocation(
                List.of(arguments),
                System.getenv(),
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err)));
        System.exit(code);
    }

    /** Runs one call and answers with its exit code. */
    public static int run(Invocation invocation) {
        return new Program(invocation).run();
    }
}
