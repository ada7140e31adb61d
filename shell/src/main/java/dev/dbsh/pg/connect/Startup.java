package dev.dbsh.pg.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is sent to begin a session. A failure may lead to a second try with less.
 *
 * @param tls {@code PREFER} becomes {@code DISABLE} after a failed handshake
 */
record Startup(TlsMode tls, boolean withOptions, List<Setting> settings, List<String> unknown) {
    private static final String READ_ONLY = "default_transaction_read_only";

    Startup {
        settings = List.copyOf(settings);
        unknown = List.copyOf(unknown);
    }

    boolean setsReadOnly() {
        return settings.stream().anyMatch(setting -> setting.name().equals(READ_ONLY));
    }

    Startup withoutReadOnly() {
        List<Setting> others = settings.stream()
                .filter(setting -> !setting.name().equals(READ_ONLY))
                .toList();
        return new Startup(tls, withOptions, others, unknown);
    }

    /** Empty when the failure is final. */
    Optional<Startup> after(Trouble trouble) {
        if (withOptions
                && trouble.sqlState().equals("08P01")
                && trouble.message().contains("unsupported startup parameter")) {
            return Optional.of(new Startup(tls, false, settings, unknown));
        }
        if (tls == TlsMode.PREFER && isTlsTrouble(trouble.kind())) {
            return Optional.of(new Startup(TlsMode.DISABLE, withOptions, settings, unknown));
        }
        return withOptions ? withoutUnknownSetting(trouble) : Optional.empty();
    }

    private static boolean isTlsTrouble(Trouble.Kind kind) {
        return kind == Trouble.Kind.TLS_FAILED
                || kind == Trouble.Kind.TLS_UNTRUSTED
                || kind == Trouble.Kind.TLS_HOST_NAME;
    }

    private Optional<Startup> withoutUnknownSetting(Trouble trouble) {
        String sqlState = trouble.sqlState();
        if (!sqlState.equals("42704") && !sqlState.equals("22023")) {
            return Optional.empty();
        }
        for (Setting setting : settings) {
            if (trouble.message().contains(setting.name())) {
                List<Setting> fewer = new ArrayList<>(settings);
                fewer.remove(setting);
                List<String> more = new ArrayList<>(unknown);
                more.add(setting.name());
                return Optional.of(new Startup(tls, true, fewer, more));
            }
        }
        return Optional.empty();
    }

    /** The {@code options} of the start-up message: later ones win. */
    String options(String own) {
        StringBuilder text = new StringBuilder();
        append(text, false);
        if (!own.isEmpty()) {
            text.append(text.length() == 0 ? "" : " ").append(own);
        }
        append(text, true);
        return text.toString();
    }

    private void append(StringBuilder text, boolean firm) {
        for (Setting setting : settings) {
            if (setting.firm() == firm) {
                text.append(text.length() == 0 ? "-c " : " -c ")
                        .append(setting.name())
                        .append('=');
                escape(setting.value(), text);
            }
        }
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\' || Character.isWhitespace(character)) {
                text.append('\\');
            }
            text.append(character);
        }
    }
}
