package dev.dbsh.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who runs the server. PostgreSQL refuses to run as root, so root hands it to somebody else.
 *
 * @param name the account; the server's directory must belong to it
 * @param prefix the words before a program that run it as this account
 */
record ServerUser(String name, List<String> prefix) {

    // Out of the terminal's process group: Ctrl-C at the prompt must not reach the server.
    private static final List<String> DETACHED = List.of("setsid");

    // The kernel ends the server when the thread that started it is gone, whatever ended it.
    private static final List<String> WITH_PARENT = List.of("--pdeathsig", "QUIT");

    ServerUser {
        prefix = List.copyOf(prefix);
    }

    /** The first account, by the first way there is, that can enter its part of the directory, which it then owns. */
    static Optional<ServerUser> find(ServerDirectory directory) throws IOException {
        boolean root = belongsToRoot(directory.path());
        for (ServerUser candidate : root ? whenRoot() : whenOrdinary()) {
            if (root) {
                directory.letOthersPass();
                candidate.take(directory.server());
            }
            if (candidate.can("test", "-x", directory.server().toString())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Hands over what root made; what an ordinary user made is the server's already. */
    void own(Path file) throws IOException {
        if (belongsToRoot(file)) {
            take(file);
        }
    }

    private void take(Path file) throws IOException {
        Files.setOwner(
                file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    }

    /** Whether the program runs and succeeds as this user; a program that is not there does not. */
    boolean can(String... program) {
        try {
            return Program.run(command(List.of(program))).succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    List<String> command(List<String> program) {
        return words(prefix, program);
    }

    private static boolean belongsToRoot(Path file) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
    }

    private static List<ServerUser> whenOrdinary() {
        return Stream.of(words(DETACHED, List.of("setpriv"), WITH_PARENT), DETACHED, List.<String>of())
                .map(way -> new ServerUser(System.getProperty("user.name"), way))
                .toList();
    }

    private static List<ServerUser> whenRoot() throws IOException {
        List<ServerUser> candidates = new ArrayList<>();
        for (String account : List.of("postgres", "nobody")) {
            Program.Finished group = Program.run(List.of("id", "-g", account));
            if (group.succeeded()) {
                ways(account, group.output()).forEach(way -> candidates.add(new ServerUser(account, way)));
            }
        }
        return candidates;
    }

    private static List<List<String>> ways(String account, String group) {
        List<String> setpriv = List.of("setpriv", "--reuid", account, "--regid", group, "--clear-groups");
        return List.of(
                words(DETACHED, setpriv, WITH_PARENT),
                words(DETACHED, setpriv),
                words(DETACHED, List.of("runuser", "-u", account, "--")),
                words(DETACHED, List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", account, "--")));
    }

    @SafeVarargs
    private static List<String> words(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return List.copyOf(all);
    }
}
