package dev.dbsh.app;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * One call of dbsh with everything that it takes from the process, so that a test can make one too.
 *
 * @param out where reports go; a stream that a write to can fail, never a {@code PrintStream}
 */
public record Invocation(
        List<String> arguments, Map<String, String> environment, InputStream in, OutputStream out, OutputStream err) {

    public Invocation {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
