package dev.dbsh.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The lines of the journal as text: one JSON object each, with the SHA-256 of the line before and, last, of itself. */
final class JournalLine {
    private static final String SUM = ",\"sum\":\"";
    private static final int SUM_LENGTH = SUM.length() + 64 + "\"}".length();

    private JournalLine() {}

    static String begin(Entry entry, String previous) {
        Intent intent = entry.intent();
        JsonObject line = line(entry.at(), entry.operation(), "begin");
        line.addProperty("command", intent.command());
        line.addProperty("system", intent.place().system());
        line.addProperty("database", intent.place().database());
        line.addProperty("role", intent.place().role());
        line.addProperty("object", intent.object());
        line.addProperty("sql", intent.sql());
        line.add("before", values(intent.before()));
        line.add("after", values(intent.after()));
        line.add("about", values(intent.about()));
        line.add("who", values(Who.is()));
        return chained(line, previous);
    }

    /** One statement more of an operation that has begun. */
    static String part(String operation, Instant at, Text statement, String previous) {
        JsonObject line = line(at, operation, "part");
        line.addProperty("object", "");
        line.addProperty("sql", statement.shown());
        line.add("about", values(statement.about()));
        return chained(line, previous);
    }

    /** How an operation ended. */
    record Ending(String operation, Instant at, String object, String outcome, Map<String, String> found) {}

    static String end(Ending ending, String previous) {
        JsonObject line = line(ending.at(), ending.operation(), "end");
        line.addProperty("object", ending.object());
        line.addProperty("outcome", ending.outcome());
        line.add("found", values(ending.found()));
        return chained(line, previous);
    }

    static Ending ending(JsonObject line) throws IOException {
        return new Ending(
                text(line, "op"),
                Instant.parse(text(line, "at")),
                text(line, "object"),
                text(line, "outcome"),
                values(line.getAsJsonObject("found")));
    }

    /** @throws IOException when it is none of our lines, or not as it was written */
    static JsonObject read(String line) throws IOException {
        int end = line.length() - SUM_LENGTH;
        if (end < 0 || !line.equals(summed(line.substring(0, end) + "}"))) {
            throw new IOException("is not as it was written");
        }
        try {
            JsonObject object = JsonParser.parseString(line).getAsJsonObject();
            text(object, "op");
            text(object, "prev");
            return object;
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("is not a line of the journal", e);
        }
    }

    static Entry entry(JsonObject line) throws IOException {
        Intent.Place place = new Intent.Place(text(line, "system"), text(line, "database"), text(line, "role"));
        Intent intent = new Intent(
                text(line, "command"),
                place,
                text(line, "object"),
                text(line, "sql"),
                values(line.getAsJsonObject("before")),
                values(line.getAsJsonObject("after")),
                line.has("about") ? values(line.getAsJsonObject("about")) : Map.of());
        return Entry.begun(text(line, "op"), Instant.parse(text(line, "at")), intent);
    }

    static String text(JsonObject line, String name) throws IOException {
        if (!line.has(name)) {
            throw new IOException("has no \"" + name + "\"");
        }
        return line.get(name).getAsString();
    }

    static String hash(String line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject line(Instant at, String operation, String event) {
        JsonObject line = new JsonObject();
        line.addProperty("at", at.toString());
        line.addProperty("op", operation);
        line.addProperty("ev", event);
        return line;
    }

    private static String chained(JsonObject line, String previous) {
        line.addProperty("prev", previous);
        return summed(line.toString());
    }

    private static String summed(String object) {
        return object.substring(0, object.length() - 1) + SUM + hash(object) + "\"}";
    }

    private static JsonObject values(Map<String, String> values) {
        JsonObject object = new JsonObject();
        new TreeMap<>(values).forEach(object::addProperty);
        return object;
    }

    private static Map<String, String> values(JsonObject object) {
        Map<String, String> values = new TreeMap<>();
        object.entrySet()
                .forEach(value -> values.put(value.getKey(), value.getValue().getAsString()));
        return values;
    }
}
