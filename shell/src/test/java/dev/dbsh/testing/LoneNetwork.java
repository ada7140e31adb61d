package dev.dbsh.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A network namespace with one cable to this machine, which can be cut without either end being told. */
public final class LoneNetwork implements AutoCloseable {
    // Nobody else has these addresses: they are set aside for tests of networks. Each process takes four of its own.
    private static final long PID = ProcessHandle.current().pid();
    private static final String NETWORK = "198.18." + PID / 64 % 256 + ".";
    private static final String OUTSIDE = NETWORK + (PID % 64 * 4 + 1);
    private static final String INSIDE = NETWORK + (PID % 64 * 4 + 2);
    private static final String NAME = "dbsh-" + PID;
    private static final String CABLE = "dbsh" + PID;

    private LoneNetwork() {}

    /** True where root may make network namespaces, and the programs for it are there. */
    public static boolean isPossible() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/sbin/iptables"))) {
            return false;
        }
        try (LoneNetwork network = create()) {
            return network.run(network.words("true")) == 0;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    public static LoneNetwork create() {
        LoneNetwork network = new LoneNetwork();
        network.must(List.of("ip", "netns", "add", NAME));
        network.must(List.of("ip", "link", "add", CABLE, "type", "veth", "peer", "name", "inside", "netns", NAME));
        network.must(List.of("ip", "address", "add", OUTSIDE + "/30", "dev", CABLE));
        network.must(List.of("ip", "link", "set", CABLE, "up"));
        network.must(network.words("ip", "address", "add", INSIDE + "/30", "dev", "inside"));
        network.must(network.words("ip", "link", "set", "inside", "up"));
        return network;
    }

    /** The address of this machine, as it is seen from inside. */
    public String outside() {
        return OUTSIDE;
    }

    /** Words before a command that run it inside. */
    public List<String> inside() {
        return words();
    }

    /** From now on everything that is sent is lost. */
    public void drop() {
        for (String way : new String[] {"INPUT", "OUTPUT"}) {
            must(words("iptables", "-A", way, "-j", "DROP"));
        }
    }

    private List<String> words(String... command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", NAME));
        words.addAll(List.of(command));
        return words;
    }

    private void must(List<String> command) {
        if (run(command) != 0) {
            close();
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private int run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                System.out.println(command + ": " + said);
            }
            return code;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command.toString(), e);
        }
    }

    /** The cable first: with its namespace it would go too, but not at once. */
    @Override
    public void close() {
        run(List.of("ip", "link", "delete", CABLE));
        run(List.of("ip", "netns", "delete", NAME));
    }
}
