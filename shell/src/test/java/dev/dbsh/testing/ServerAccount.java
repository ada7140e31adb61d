package dev.dbsh.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the programs that refuse root, as somebody else when root runs the tests. */
final class ServerAccount {
    private static final String NAME = "postgres";

    private ServerAccount() {}

    /** A new directory under the system's temporary one that belongs to the account. */
    static Path directory(String prefix) {
        try {
            Path directory = Files.createTempDirectory(prefix);
            own(directory);
            return directory;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static void own(Path file) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME));
        }
    }

    static ProcessBuilder program(List<String> words) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=" + NAME, "--regid=" + NAME, "--clear-groups", "--"));
        }
        all.addAll(words);
        return new ProcessBuilder(all).directory(Path.of("/").toFile());
    }

    /** Runs the program to its end; what it said is in the failure when it fails. */
    static void run(List<String> words) {
        try {
            Process process = program(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words.get(0) + " failed: " + said);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(words.get(0), e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
