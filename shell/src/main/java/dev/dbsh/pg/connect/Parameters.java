package dev.dbsh.pg.connect;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The connection parameters gathered so far, each with the place it came from. */
final class Parameters {
    private record Given(String value, String origin) {}

    private final Map<Keyword, Given> given = new EnumMap<>(Keyword.class);

    /** A NUL would end the value inside the start-up message and begin a parameter of the attacker's choice. */
    void put(Keyword keyword, String value, String origin) {
        if (value.indexOf('\0') >= 0) {
            throw new InvalidConnection(
                    keyword.word() + " holds a NUL character (from " + origin + ")", "remove it from " + origin);
        }
        given.put(keyword, new Given(value, origin));
    }

    void putIfAbsent(Keyword keyword, String value, String origin) {
        if (!given.containsKey(keyword)) {
            put(keyword, value, origin);
        }
    }

    /** Takes over everything in the other, which wins. */
    void override(Parameters other) {
        given.putAll(other.given);
    }

    /** Takes over what is missing here. */
    void complete(Parameters other) {
        for (Map.Entry<Keyword, Given> entry : other.given.entrySet()) {
            given.putIfAbsent(entry.getKey(), entry.getValue());
        }
    }

    /** A copy that lacks one of them. */
    Parameters without(@Nullable Keyword keyword) {
        Parameters copy = new Parameters();
        copy.given.putAll(given);
        if (keyword != null) {
            copy.given.remove(keyword);
        }
        return copy;
    }

    /** Null when it was not given; an empty string when it was given as empty. */
    @Nullable
    String find(Keyword keyword) {
        Given found = given.get(keyword);
        return found == null ? null : found.value;
    }

    /** As {@link #find}, but a value given as empty counts as absent, as libpq treats most of them. */
    @Nullable
    String filled(Keyword keyword) {
        Given found = given.get(keyword);
        return found == null || found.value.isEmpty() ? null : found.value;
    }

    String or(Keyword keyword, String fallback) {
        Given found = given.get(keyword);
        return found == null ? fallback : found.value;
    }

    String origin(Keyword keyword) {
        Given found = given.get(keyword);
        return found == null ? "the default" : found.origin;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Keyword, Given> entry : given.entrySet()) {
            String value = entry.getKey().isSecret() ? "***" : entry.getValue().value;
            text.append(text.length() == 0 ? "" : " ").append(entry.getKey().word());
            text.append("='").append(value).append('\'');
        }
        return text.toString();
    }
}
