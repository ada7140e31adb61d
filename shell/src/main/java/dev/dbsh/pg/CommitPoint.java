package dev.dbsh.pg;

import dev.dbsh.pg.wire.Reception;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a transaction has come when its connection is lost: what it has written, and whether its COMMIT was sent. */
final class CommitPoint {
    static final Sql WRITTEN = Sql.of(CommitPoint.class, "written.sql");

    private boolean passed;
    private boolean guarded;
    private @Nullable Written written;

    /** To be called in the open transaction, right before its COMMIT is sent. */
    void pass(Link link) throws SQLException {
        try (Statement statement = link.connection().createStatement();
                ResultSet row = statement.executeQuery(WRITTEN.text())) {
            written = row.next() && row.getString("xid") != null ? Written.read(row) : null;
        }
        send(link);
    }

    /** Takes the answer to {@link #WRITTEN}; whatever else comes with it belongs to the statement before. */
    Reception reception(Reception before) {
        written = null;
        passed = false;
        guarded = false;
        return new Answer(before);
    }

    /**
     * The COMMIT is sent now.
     *
     * @throws SQLException when the session began on a standby, where nothing can be written before it is promoted
     */
    void send(Link link) throws SQLException {
        if (written != null && link.beganOnStandby()) {
            throw promoted();
        }
        passed = true;
    }

    /** A standby that was promoted under an open session would take its writes, and nobody has said that it may. */
    static SQLException promoted() {
        return new SQLException(
                "the standby that this session was opened on is a primary now, and the change was not kept;"
                        + " connect CONNECTION goes there on purpose",
                "25006");
    }

    /** The COMMIT is on its way behind a question that keeps it from the server once the transaction has written. */
    void guard() {
        passed = true;
        guarded = true;
    }

    /** Why nothing is lost when the COMMIT was sent, and nothing was known to be written. */
    String harmless() {
        return guarded
                ? "only a transaction that had written nothing was to be committed"
                : "the transaction had written nothing";
    }

    /** True once a COMMIT may have reached the server. */
    boolean isPassed() {
        return passed;
    }

    /** Null when the transaction had written nothing by then. */
    @Nullable
    Written written() {
        return written;
    }

    private final class Answer implements Reception {
        private final Reception before;

        Answer(Reception before) {
            this.before = before;
        }

        @Override
        public void columns(List<ResultColumn> columns) {}

        @Override
        public void row(ResultRow row) {
            Object xid = row.value(0);
            if (xid != null) {
                written = Written.of(xid.toString(), String.valueOf(row.value(1)), String.valueOf(row.value(2)));
            }
        }

        @Override
        public void notice(Failure notice) {
            before.notice(notice);
        }

        @Override
        public void done(String tag) {}

        @Override
        public void copied(byte[] bytes, int from, int length) {
            before.copied(bytes, from, length);
        }

        @Override
        public InputStream copying() {
            return before.copying();
        }

        @Override
        public void failed(RuntimeException e) {
            before.failed(e);
        }

        @Override
        public void stop() {
            before.stop();
        }
    }
}
