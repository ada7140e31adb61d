package dev.dbsh.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** An unpacked archive of dbsh whose program is a probe that tells what reached it. */
record Installation(Path home) {

    private static final String PROBE = """
            package dev.dbsh.app;

            public final class Main {
                public static void main(String[] arguments) throws Exception {
                    var out = new java.io.PrintStream(System.out, true, System.getProperty("stdout.encoding"));
                    switch (arguments.length == 0 ? "" : arguments[0]) {
                        case "exit" -> System.exit(Integer.parseInt(arguments[1]));
                        case "code" -> out.println("@CODE@");
                        case "property" -> out.println(System.getProperty(arguments[1]));
                        case "wait" -> {
                            out.println("pid " + ProcessHandle.current().pid());
                            new java.util.concurrent.CountDownLatch(1).await();
                        }
                        default -> {
                            for (String argument : arguments) {
                                out.println("<" + argument + ">");
                            }
                        }
                    }
                }
            }
            """;

    static Installation in(Path home) {
        var installation = new Installation(home);
        try {
            Files.createDirectories(home.resolve("bin"));
            Files.copy(Path.of("dbsh"), installation.launcher());
            fillLib(installation.lib());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return installation;
    }

    static void fillLib(Path lib) throws IOException {
        Files.createDirectories(lib);
        writeProbe(lib.resolve("dbsh-test.jar"), "first");
        Files.writeString(lib.resolve("VERSION"), "7.8.9\n");
        Files.writeString(lib.resolve("help.txt"), "the help\n");
        Files.writeString(lib.resolve("classpath"), "build-1\ndbsh-test.jar\n");
        Files.writeString(lib.resolve("dbsh.classlist"), "java/lang/Object\nno/such/Thing\ndev/dbsh/app/Main\n");
    }

    static void writeProbe(Path jar, String code) throws IOException {
        Path classes = Files.createTempDirectory("probe");
        Path source = Files.writeString(classes.resolve("Main.java"), PROBE.replace("@CODE@", code));
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", classes.toString(), source.toString());
        if (errors != 0) {
            throw new AssertionError("the probe does not compile");
        }
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("dev/dbsh/app/Main.class"));
            Files.copy(classes.resolve("dev/dbsh/app/Main.class"), out);
        }
        for (String made : List.of("dev/dbsh/app/Main.class", "dev/dbsh/app", "dev/dbsh", "dev", "Main.java", "")) {
            Files.delete(classes.resolve(made));
        }
    }

    Path launcher() {
        return home.resolve("bin/dbsh");
    }

    Path lib() {
        return home.resolve("lib");
    }

    Shell shell() {
        return new Shell(home).with("HOME", home.resolve("nobody-home").toString());
    }

    Shell.Ended run(String... arguments) {
        return shell().run(launcher(), arguments);
    }

    String text(String file) throws IOException {
        return Files.readString(home.resolve(file), StandardCharsets.UTF_8);
    }
}
