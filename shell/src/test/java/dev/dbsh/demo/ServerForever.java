package dev.dbsh.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that starts a server, says where its data is, and waits to be ended. */
final class ServerForever {
    private ServerForever() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), 18, List.of(), progress -> {});
        System.out.println(server.dataDirectory());
        System.in.read();
    }
}
