package dev.dbsh.journal;

import java.util.Map;
import java.util.TreeMap;

/** Who makes a change, as far as this machine knows: the login, and where it came from. */
final class Who {
    private static final Map<String, String> VARIABLES = Map.of("SUDO_USER", "sudo_user", "SSH_CONNECTION", "ssh");

    private Who() {}

    static Map<String, String> is() {
        Map<String, String> who = new TreeMap<>();
        who.put("login", System.getProperty("user.name", ""));
        VARIABLES.forEach((variable, name) -> {
            String value = System.getenv(variable);
            if (value != null) {
                who.put(name, value);
            }
        });
        return who;
    }
}
