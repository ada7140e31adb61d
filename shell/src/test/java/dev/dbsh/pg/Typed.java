package dev.dbsh.pg;

import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.util.ArrayList;
import java.util.List;

/** Runs what a person might type. */
final class Typed {
    private Typed() {}

    /** The first column of a query's rows. */
    static List<String> run(Session session, String query) {
        return run(session, StatementKind.QUERY, query);
    }

    static List<String> run(Session session, StatementKind kind, String sql) {
        return run(session, kind, sql, Following.NOTHING);
    }

    static List<String> run(Session session, StatementKind kind, String sql, Following following) {
        List<String> values = new ArrayList<>();
        Results results = new Results() {
            @Override
            public void columns(List<ResultColumn> columns) {
                values.clear();
            }

            @Override
            public void row(ResultRow row) {
                values.add((String) row.value(0));
            }

            @Override
            public void notice(Failure notice) {
                throw new AssertionError(notice);
            }
        };
        session.run(sql, kind, results, following);
        return values;
    }
}
