package dev.dbsh.pg;

import dev.dbsh.pg.wire.Reception;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.io.InputStream;
import java.util.List;

/** Of statements that are sent together hands over what the last one gives: what comes first is ours. */
final class LastResult implements Reception {
    private final Reception last;
    private boolean begun;
    private boolean over;

    LastResult(Reception last) {
        this.last = last;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
        if (over) {
            last.columns(columns);
        }
        begun = true;
    }

    @Override
    public void row(ResultRow row) {
        if (over) {
            last.row(row);
        }
    }

    // Outside of a block the server warns of SET LOCAL, though it does what it should.
    @Override
    public void notice(Failure notice) {
        if (over) {
            last.notice(notice);
        }
    }

    @Override
    public void done(String tag) {
        if (over) {
            last.done(tag);
        }
        over = begun;
    }

    @Override
    public void copied(byte[] bytes, int from, int length) {
        last.copied(bytes, from, length);
    }

    @Override
    public InputStream copying() {
        return last.copying();
    }

    @Override
    public void failed(RuntimeException e) {
        last.failed(e);
    }

    @Override
    public void stop() {
        last.stop();
    }
}
