package dev.dbsh.pg;

import dev.dbsh.pg.wire.Reception;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one typed statement gives back: counted, with a limit to how many notices are told. */
final class Incoming implements Reception {
    private static final int MOST_NOTICES = 100;

    private final Results results;
    private final Runnable stop;
    private final Map<String, Long> notices = new TreeMap<>();
    private long rows = -1;
    private String tag = "";
    private @Nullable RuntimeException failure;

    /** @param stop ends the statement when what it gives cannot be taken */
    Incoming(Results results, Runnable stop) {
        this.results = results;
        this.stop = stop;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
        rows = 0;
        results.columns(columns);
    }

    @Override
    public void row(ResultRow row) {
        rows++;
        results.row(row);
    }

    @Override
    public void notice(Failure notice) {
        String severity = notice.where() == null ? "NOTICE" : notice.where();
        if (notices.merge(severity, 1L, Long::sum) <= MOST_NOTICES) {
            results.notice(notice);
        }
    }

    @Override
    public void done(String words) {
        // What stands around the statement, when it is sent together with that, counts nothing.
        if (count(words) >= 0) {
            tag = words;
        }
    }

    @Override
    public void copied(byte[] bytes, int from, int length) {
        results.copied(bytes, from, length);
    }

    @Override
    public InputStream copying() {
        return results.copying();
    }

    @Override
    public void failed(RuntimeException e) {
        failure = e;
    }

    @Override
    public void stop() {
        stop.run();
    }

    /** Says what was held back, and fails as the one failed who took the rows. */
    void end() {
        notices.forEach((severity, count) -> {
            if (count > MOST_NOTICES) {
                String rest = count - MOST_NOTICES + " more of these were raised and are not shown";
                results.notice(new Failure(null, rest, null, null, null, severity));
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    /** Rows that were returned or touched; -1 when the statement counts none. */
    long count() {
        return rows >= 0 ? rows : count(tag);
    }

    private static long count(String tag) {
        String last = tag.substring(tag.lastIndexOf(' ') + 1);
        return !last.isEmpty() && Character.isDigit(last.charAt(0)) ? Long.parseLong(last) : -1;
    }
}
