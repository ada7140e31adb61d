package dev.dbsh.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/** Takes what the completer offers as it is: JLine's own matching would drop a quoted name for an unquoted word. */
final class AllOffered implements CompletionMatcher {
    /** More than that are not shown at once. */
    static final int MOST = 200;

    private String typed = "";
    private List<Candidate> matching = List.of();

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            String originalGroupName) {
        // While the menu is open JLine asks again for each key, with a word that is not from our parser.
        typed = line instanceof EntryEnd.Typed ? "" : plain(line.word());
    }

    @Override
    public List<Candidate> matches(List<Candidate> candidates) {
        matching = candidates.stream()
                .filter(candidate -> plain(candidate.value()).startsWith(typed))
                .toList();
        return new ArrayList<>(matching);
    }

    @Override
    public @Nullable Candidate exactMatch() {
        return null;
    }

    /** Nothing when there are more matches than are known here: the others may begin differently. */
    @Override
    public String getCommonPrefix() {
        if (matching.isEmpty() || matching.size() >= MOST) {
            return "";
        }
        String common = matching.get(0).value();
        for (Candidate candidate : matching) {
            while (!candidate.value().startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common;
    }

    private static String plain(String word) {
        return word.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
