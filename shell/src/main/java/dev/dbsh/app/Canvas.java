package dev.dbsh.app;

import dev.dbsh.render.DisplayWidth;
import dev.dbsh.render.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Paints texts over each other on a terminal, each in one go, so that nothing flickers. What was above stays. */
final class Canvas {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");
    private static final String END_OF_COLOUR = "\033[0m";
    private static final String REST_OF_LINE = "\033[K";
    private static final String REST_OF_SCREEN = "\033[J";

    /** So many lines of the end stay when there is no room for all: the verdict and what to type next. */
    private static final int LAST = 4;

    private final Output out;
    private int painted;

    Canvas(Output out) {
        this.out = out;
    }

    /** Paints over the text before. */
    void paint(String text, int width, int height) throws IOException {
        List<String> lines = fitting(text.lines().toList(), width, Math.max(LAST + 2, height - 1));
        StringBuilder frame = new StringBuilder();
        if (painted > 0) {
            frame.append("\r\033[").append(painted).append('A');
        }
        for (String line : lines) {
            frame.append(line).append(REST_OF_LINE).append('\n');
        }
        painted = lines.stream().mapToInt(line -> rows(line, width)).sum();
        out.append(frame.append(REST_OF_SCREEN));
        out.endReport();
    }

    private static List<String> fitting(List<String> lines, int width, int most) {
        if (lines.stream().mapToInt(line -> rows(line, width)).sum() <= most) {
            return lines;
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST), lines.size());
        int room = most - 1 - last.stream().mapToInt(line -> rows(line, width)).sum();
        List<String> shown = new ArrayList<>();
        int used = 0;
        int beginning = lines.size() - last.size();
        for (int i = 0; i < beginning && used + rows(lines.get(i), width) <= room; i++) {
            shown.add(lines.get(i));
            used += rows(lines.get(i), width);
        }
        shown.add(END_OF_COLOUR + "... " + (beginning - shown.size()) + " more lines");
        shown.addAll(last);
        return shown;
    }

    private static int rows(String line, int width) {
        int cells = DisplayWidth.of(COLOUR.matcher(line).replaceAll(""));
        return width <= 0 ? 1 : Math.max(1, (cells + width - 1) / width);
    }
}
