package dev.dbsh.app;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("dbsh 0.1.0");
    }
}
