package dev.dbsh.testing;

import dev.dbsh.pg.Results;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.util.List;

/** Takes what a typed statement returns, and does nothing with it. */
public enum Silence implements Results {
    INSTANCE;

    @Override
    public void columns(List<ResultColumn> columns) {}

    @Override
    public void row(ResultRow row) {}

    @Override
    public void notice(Failure notice) {}
}
