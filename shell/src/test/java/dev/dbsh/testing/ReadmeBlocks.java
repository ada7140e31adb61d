package dev.dbsh.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The examples of a Markdown text that are transcripts.
 *
 * <p>Below {@code <!-- transcript: NAME -->} stands a fenced block that repeats steps of the transcript of that name; the
 * lines with exit codes may be left out. A block fenced as {@code dbsh-transcript FIXTURE} is a transcript itself.
 */
final class ReadmeBlocks {
    private static final Pattern NAMED = Pattern.compile("(?ms)^<!-- transcript: (\\S+) -->\\s*^```\\w*\\n(.*?)^```$");
    private static final Pattern WHOLE = Pattern.compile("(?ms)^```dbsh-transcript (\\S+)\\n(.*?)^```$");
    private static final Pattern EXIT = Pattern.compile("(?m)^\\[exit .*]\\n?");

    private ReadmeBlocks() {}

    /**
     * A block of the text.
     *
     * @param name of the transcript, or of the fixture
     */
    record Block(String name, String text) {}

    /** The blocks that repeat a transcript. */
    static List<Block> repeated(String markdown) {
        return blocks(NAMED, markdown);
    }

    /** The blocks that are transcripts. */
    static List<Block> whole(String markdown) {
        return blocks(WHOLE, markdown);
    }

    private static List<Block> blocks(Pattern pattern, String markdown) {
        Matcher found = pattern.matcher(markdown);
        List<Block> blocks = new ArrayList<>();
        while (found.find()) {
            blocks.add(new Block(found.group(1), found.group(2)));
        }
        return blocks;
    }

    /** True when the block is one or more steps of the transcript, one after the other. */
    static boolean repeats(String block, String transcript) {
        List<String> steps = steps(transcript);
        for (int from = 0; from < steps.size(); from++) {
            for (int to = from + 1; to <= steps.size(); to++) {
                String part = String.join("\n", steps.subList(from, to));
                if (isSame(block, part) || isSame(block, EXIT.matcher(part).replaceAll(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static List<String> steps(String transcript) {
        List<String> steps = new ArrayList<>();
        for (String line : transcript.lines().toList()) {
            if (Transcript.isInput(line)) {
                steps.add("");
            }
            if (!steps.isEmpty() && !line.startsWith("# ")) {
                int last = steps.size() - 1;
                steps.set(last, steps.get(last) + line + "\n");
            }
        }
        return steps.stream().map(step -> step.strip() + "\n").toList();
    }
}
