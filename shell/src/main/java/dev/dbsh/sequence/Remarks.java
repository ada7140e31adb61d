package dev.dbsh.sequence;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import java.util.List;
import java.util.Map;

/** Says after a repair what of it may not hold. */
final class Remarks {
    private final Session session;

    Remarks(Session session) {
        this.session = session;
    }

    /** What has been advanced is told also when nothing more can be said of it. */
    Fixes.Result on(Fixes.Result result) {
        List<Fixed> rows = result.rows();
        if (result.isLost()) {
            return result;
        }
        try {
            List<Sequence> advanced = rows.stream()
                    .filter(row -> row.is(FixOutcome.ADVANCED))
                    .map(row -> row.state().sequence())
                    .toList();
            Map<Long, List<Writers.Writer>> writers = new Writers(session).byTable(advanced);
            return result.with(rows.stream()
                    .map(row -> row.is(FixOutcome.ADVANCED) ? remarked(row, writers) : row)
                    .toList());
        } catch (SqlFailure e) {
            return result.failing(e);
        }
    }

    private Fixed remarked(Fixed row, Map<Long, List<Writers.Writer>> writers) {
        Fixed said = row.state().isBehind() ? row.saying("behind again: rows with ids of their own came in") : row;
        Sequence sequence = row.state().sequence();
        for (FedColumn column : sequence.compared()) {
            for (Writers.Writer writer : writers.getOrDefault(column.table().id(), List.of())) {
                said = said.saying("what " + writer + " has written is not seen yet: check again when it has ended");
            }
        }
        int others =
                sequence.steps().cache() > 1 ? new Writers(session).others().size() : 0;
        return others == 0
                ? said
                : said.saying("sessions that were connected may still hand out older values, "
                        + sequence.steps().cache() + " at a time: " + others
                        + " to reconnect, or to run discard sequences");
    }
}
