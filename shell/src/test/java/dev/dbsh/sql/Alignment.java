package dev.dbsh.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two lists of statements side by side: which go together, and where they do not. */
final class Alignment {
    private static final int FAR = 600;
    private static final Pattern VARIABLE = Pattern.compile("(?<!:):(?:'\\w+'|\"\\w+\"|\\{\\?\\w+}|\\w+)");

    private final List<String> psql;
    private final List<String> ours;
    private final Counts counts;
    private final List<String> differences = new ArrayList<>();

    /** What has been seen over several alignments. */
    static final class Counts {
        private int files;
        private int sent;
        private int same;
        private int withVariables;

        @Override
        public String toString() {
            return files + " files, " + sent + " statements sent by psql, " + same + " the same, " + withVariables
                    + " the same but for variables of psql";
        }
    }

    Alignment(List<String> psql, List<String> ours, Counts counts) {
        this.psql = psql;
        this.ours = ours;
        this.counts = counts;
        align();
    }

    /** {@code psql 3+2 ours 3+1}: statement 3 and the one behind it were sent where we have one. */
    List<String> differences() {
        return differences;
    }

    private void align() {
        counts.files++;
        counts.sent += psql.size();
        int i = 0;
        int j = 0;
        while (i < psql.size() || j < ours.size()) {
            if (i < psql.size() && j < ours.size() && isSame(psql.get(i), ours.get(j))) {
                count(psql.get(i++), ours.get(j++));
                continue;
            }
            int[] next = next(i, j);
            differences.add("psql " + (i + 1) + "+" + (next[0] - i) + " ours " + (j + 1) + "+" + (next[1] - j));
            i = next[0];
            j = next[1];
        }
    }

    private void count(String sent, String our) {
        if (sent.equals(our)) {
            counts.same++;
        } else {
            counts.withVariables++;
        }
    }

    /** The nearest place where they go together again; the end if there is none. */
    private int[] next(int i, int j) {
        for (int distance = 1; distance < FAR; distance++) {
            for (int ahead = 0; ahead <= distance; ahead++) {
                int a = i + ahead;
                int b = j + distance - ahead;
                if (a < psql.size() && b < ours.size() && isSame(psql.get(a), ours.get(b))) {
                    return new int[] {a, b};
                }
            }
        }
        return new int[] {psql.size(), ours.size()};
    }

    private static boolean isSame(String sent, String our) {
        return sent.equals(our) || (our.indexOf(':') >= 0 && matches(sent, our));
    }

    /** True when the statement that was sent has something in each place where ours has a variable, and is the same else. */
    private static boolean matches(String sent, String our) {
        String[] parts = VARIABLE.split(our, -1);
        if (parts.length == 1 || !sent.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            at = sent.indexOf(parts[i], at);
            if (at < 0) {
                return false;
            }
            at += parts[i].length();
        }
        String last = parts[parts.length - 1];
        return sent.length() - last.length() >= at && sent.endsWith(last);
    }
}
