package dev.dbsh.render;

import org.jspecify.annotations.Nullable;

/** Chooses the renderer for where the report goes. */
public final class Renderers {
    private Renderers() {}

    /**
     * The renderer of a format.
     *
     * @param width the columns of the terminal that reads it, 0 when the terminal does not say; null for a pipe or a
     *     file
     */
    public static Renderer of(Format format, @Nullable Integer width, Palette palette) {
        return switch (format) {
            case TABLE -> new ReadableRenderer(new TableLayout(width, palette));
            case VERTICAL -> new ReadableRenderer(new VerticalLayout(palette));
            case JSON -> new JsonRenderer();
            case CSV -> new CsvRenderer(width != null);
            case MARKDOWN -> new ReadableRenderer(new MarkdownLayout());
        };
    }
}
