package dev.dbsh.sequence;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.dbsh.pg.QualifiedName;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A sample as a file of JSON lines: the first says when and where it was taken, each other one is a sequence. */
final class SampleFile {
    private static final String FORMAT = "dbsh sequences 1";

    private SampleFile() {}

    static void write(Path file, Sample sample) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            JsonObject head = new JsonObject();
            head.addProperty("format", FORMAT);
            head.addProperty("at", sample.at().toString());
            head.addProperty("system", sample.system());
            head.addProperty("database", sample.database());
            head.addProperty("sequences", sample.points().size());
            out.write(head + "\n");
            for (Sample.Point point : sample.points()) {
                out.write(line(point) + "\n");
            }
        }
    }

    private static JsonObject line(Sample.Point point) {
        Steps steps = point.steps();
        JsonObject line = new JsonObject();
        line.addProperty("id", point.id());
        line.addProperty("schema", point.name().schema());
        line.addProperty("name", point.name().name());
        line.addProperty("last_value", point.position().lastValue());
        line.addProperty("is_called", point.position().called());
        line.addProperty("increment", steps.increment());
        line.addProperty("min", steps.range().low());
        line.addProperty("max", steps.range().high());
        line.addProperty("cache", steps.cache());
        line.addProperty("cycle", steps.cycles());
        return line;
    }

    /** @throws IOException also for a file that is no sample, or not a whole one */
    static Sample read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = in.readLine();
            if (first == null || !first.contains(FORMAT)) {
                throw new IOException(file + " is no sample of sequences");
            }
            JsonObject head = JsonParser.parseString(first).getAsJsonObject();
            List<Sample.Point> points = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                points.add(point(JsonParser.parseString(line).getAsJsonObject()));
            }
            if (points.size() != head.get("sequences").getAsInt()) {
                throw new IOException(file + " is cut off: it has " + points.size() + " of "
                        + head.get("sequences").getAsInt() + " sequences");
            }
            return new Sample(
                    Instant.parse(head.get("at").getAsString()),
                    head.get("system").getAsString(),
                    head.get("database").getAsString(),
                    points);
        } catch (JsonParseException
                | IllegalStateException
                | NullPointerException
                | NumberFormatException
                | DateTimeException e) {
            throw new IOException(file + " is no sample of sequences", e);
        }
    }

    private static Sample.Point point(JsonObject line) {
        Steps steps = new Steps(
                line.get("increment").getAsLong(),
                new Range(line.get("min").getAsLong(), line.get("max").getAsLong()),
                line.get("cache").getAsLong(),
                line.get("cycle").getAsBoolean());
        return new Sample.Point(
                line.get("id").getAsLong(),
                new QualifiedName(
                        line.get("schema").getAsString(), line.get("name").getAsString()),
                steps,
                new Position(
                        line.get("last_value").getAsLong(),
                        line.get("is_called").getAsBoolean()));
    }
}
