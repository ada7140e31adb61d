package dev.dbsh.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** One call of the program with everything that it may look at from outside. */
public record Invocation(
        List<String> arguments, Map<String, String> environment, InputStream in, OutputStream out, OutputStream err) {

    public Invocation {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
