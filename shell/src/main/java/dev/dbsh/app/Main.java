package dev.dbsh.app;

/** Where the process starts. */
public final class Main {
    private static final int INTERNAL_ERROR = 70;

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("dbsh 0.1.0");
    }

    /** Runs the program inside this process and answers its exit code. */
    public static int run(Invocation invocation) {
        return INTERNAL_ERROR;
    }
}
