package dev.dbsh.render;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV as COPY does: an empty field without quotes is null. */
final class CsvReading {
    private final String text;
    private int at;

    private CsvReading(String text) {
        this.text = text;
    }

    static List<List<String>> records(String text) {
        CsvReading reading = new CsvReading(text);
        List<List<String>> records = new ArrayList<>();
        while (reading.at < text.length()) {
            records.add(reading.record());
        }
        return records;
    }

    private List<String> record() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(text.charAt(at) == '"' ? quoted() : bare());
        } while (text.charAt(at++) == ',');
        if (text.charAt(at++) != '\n') {
            throw new AssertionError("no line feed at " + at);
        }
        return fields;
    }

    private String bare() {
        int from = at;
        while (text.charAt(at) != ',' && text.charAt(at) != '\r') {
            at++;
        }
        return from == at ? null : text.substring(from, at);
    }

    private String quoted() {
        int from = at + 1;
        int end = text.indexOf('"', from);
        while (text.charAt(end + 1) == '"') {
            end = text.indexOf('"', end + 2);
        }
        at = end + 1;
        return text.substring(from, end).replace("\"\"", "\"");
    }
}
