package dev.dbsh.query;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Operator;
import dev.dbsh.command.Question;
import dev.dbsh.command.Word;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Column;
import dev.dbsh.report.Ending;
import dev.dbsh.report.ReportSink;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements as at a terminal, and keeps everything that is asked about. */
final class Previewed implements Operator {
    private final RawSql sql;
    private final List<String> asked = new ArrayList<>();
    private @Nullable String answer;

    Previewed(Session session) {
        sql = new RawSql(Recording.apart(session), () -> this, InputStream::nullInputStream);
    }

    /** What was asked about the statement. */
    String run(String statement) {
        asked.clear();
        Ending ending = sql.run(Arguments.of(sql.signature(), List.of(Word.given(statement))), new Nowhere());
        if (asked.size() != 1 || !ending.verdict().startsWith("committed: ")) {
            throw new AssertionError(asked + ", and then: " + ending.verdict());
        }
        return asked.get(0);
    }

    /** What is said when the statement is not kept. */
    String declined(String statement) {
        answer = "rollback";
        try {
            return sql.run(Arguments.of(sql.signature(), List.of(Word.given(statement))), new Nowhere())
                    .verdict();
        } finally {
            answer = null;
        }
    }

    @Override
    public String ask(Question question) {
        asked.add(question.words());
        return answer == null ? question.answers().get(0) : answer;
    }

    @Override
    public boolean isPerson() {
        return true;
    }

    private static final class Nowhere implements ReportSink {
        @Override
        public <R> RowSink<R> start(List<Column<R>> columns) {
            return row -> {};
        }

        @Override
        public OutputStream bytes() {
            return OutputStream.nullOutputStream();
        }
    }
}
