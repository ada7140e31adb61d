package dev.dbsh.render;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object on one line (JSON Lines), in the order in which things become known: the rows stream between the columns
 * and the outcome. Columns of the same name, which raw SQL may have, become {@code a}, {@code a_2}.
 */
final class JsonRenderer implements Renderer {

    @Override
    public <R> Rendering<R> start(String command, List<Column<R>> columns, Appendable out) throws IOException {
        JsonText text = new JsonText(out);
        JsonWriter json = new JsonWriter(text);
        json.setStrictness(Strictness.STRICT);
        json.setHtmlSafe(false);
        json.setSerializeNulls(true);
        JsonRows<R> rows = new JsonRows<>(columns, json, text);
        json.beginObject().name("command").value(command);
        rows.keys();
        json.name("rows").beginArray();
        return new JsonRendering<>(rows, json, text);
    }

    private static final class JsonRendering<R> implements Rendering<R> {
        private final JsonRows<R> rows;
        private final JsonWriter json;
        private final JsonText out;

        private JsonRendering(JsonRows<R> rows, JsonWriter json, JsonText out) {
            this.rows = rows;
            this.json = json;
            this.out = out;
        }

        @Override
        public void row(R row) throws IOException {
            rows.row(row);
        }

        @Override
        public void show() {
            // Half an object is of no use.
        }

        @Override
        public void finish(Ending ending, Duration elapsed) throws IOException {
            json.endArray();
            json.name("outcome").value(ending.outcome().word());
            json.name("verdict").value(ending.verdict());
            json.name("hints").beginArray();
            for (String hint : ending.hints()) {
                json.value(hint);
            }
            json.endArray();
            for (Section<?> section : ending.sections()) {
                section(section);
            }
            error(ending.failure());
            json.name("elapsed_ms").value(elapsed.toMillis()).endObject();
            out.write('\n');
            out.send();
        }

        private <S> void section(Section<S> section) throws IOException {
            json.name(section.key()).beginArray();
            JsonRows<S> sectionRows = new JsonRows<>(section.columns(), json, out);
            for (S row : section.rows()) {
                sectionRows.row(row);
            }
            json.endArray();
        }

        private void error(@Nullable Failure failure) throws IOException {
            if (failure == null) {
                return;
            }
            json.name("error").beginObject();
            json.name("sqlstate").value(failure.sqlState());
            json.name("message").value(failure.message());
            json.name("detail").value(failure.detail());
            json.name("hint").value(failure.hint());
            json.name("position").value(failure.position());
            json.name("where").value(failure.where());
            json.endObject();
        }
    }
}
