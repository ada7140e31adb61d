package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.TransactionState;
import dev.dbsh.query.SqlRecord;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Plural;
import dev.dbsh.sql.BrokenSql;
import dev.dbsh.sql.FirstWords;
import dev.dbsh.sql.Piece;
import dev.dbsh.sql.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a file one by one, as if they were typed, up to the first failure. */
final class FileRun {
    private final LineInterpreter interpreter;
    private final Session session;
    private final Publisher publisher;
    private final int stops;

    FileRun(LineInterpreter interpreter, Session session, Publisher publisher) {
        this.interpreter = interpreter;
        this.session = session;
        this.publisher = publisher;
        this.stops = session.stops();
    }

    /** @param standard what {@code -} stands for; null when it is taken */
    ExitCode run(SqlFile.Request request, @Nullable InputStream standard) {
        publisher.passes(new FilePlace(request.name(), "before its first statement"));
        try (SqlSource source = SqlSource.open(request, standard)) {
            boolean strings = session.standardConformingStrings();
            MessageDigest digest = session.findServer().filter(Server::mayWrite).isPresent() ? sha256() : null;
            InputStream in = source.read();
            long count =
                    new FileCheck(request, digest == null ? in : new DigestInputStream(in, digest), strings).count();
            return digest == null
                    ? run(request, source, count)
                    : recorded(request, source, new Known(count, HexFormat.of().formatHex(digest.digest())));
        } catch (BrokenSql e) {
            return fail(request.name() + ", " + e.getMessage() + "; nothing was run", e.remedy(), ExitCode.INPUT);
        } catch (IOException e) {
            return fail("cannot read " + request.name() + ": " + Look.reason(e), null, ExitCode.MISSING_FILE);
        } finally {
            publisher.at(null);
        }
    }

    /** What is known of a file before it is run. */
    private record Known(long count, String sha256) {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ExitCode recorded(SqlFile.Request request, SqlSource source, Known known) throws IOException {
        Map<String, String> about = Map.of(
                "file", request.path(), "sha256", known.sha256(), "in_file", Plural.of(known.count(), "statement"));
        interpreter.record().beginBatch(new SqlRecord.Source(request.call(), about, true));
        ExitCode code = ExitCode.FAILED;
        try {
            code = run(request, source, known.count());
            return code;
        } finally {
            interpreter.record().endBatch(code != ExitCode.OK);
        }
    }

    private ExitCode run(SqlFile.Request request, SqlSource source, long count) throws IOException {
        return request.together() ? together(request, source, count) : statements(request, source, count);
    }

    private ExitCode together(SqlFile.Request request, SqlSource source, long count) throws IOException {
        if (session.transaction() != TransactionState.NONE) {
            throw Refusal.of(
                    Refusal.Kind.NOT_POSSIBLE,
                    "--single-transaction inside of a transaction that is open; nothing was run",
                    "commit; or rollback; first");
        }
        publisher.at(new FilePlace(request.name(), "the beginning of its transaction"));
        ExitCode code = silently("begin");
        if (code != ExitCode.OK) {
            return code;
        }
        code = statements(request, source, count);
        if (code == ExitCode.OK) {
            publisher.at(new FilePlace(request.name(), "the commit of its " + Plural.of(count, "statement")));
            code = isStopped()
                    ? stopped("stopped before the commit: its transaction is rolled back")
                    : silently("commit");
        }
        if (session.findServer().isPresent() && session.transaction() != TransactionState.NONE) {
            publisher.at(new FilePlace(request.name(), "its rollback"));
            silently("rollback");
        }
        return code;
    }

    private ExitCode silently(String statement) {
        return interpreter.runSql(statement, publisher.beginSilently("sql"));
    }

    private ExitCode statements(SqlFile.Request request, SqlSource source, long count) throws IOException {
        Splitter splitter = new Splitter(source.read(), FirstWords.OF_SQL);
        Pieces pieces = new Pieces(splitter, session::standardConformingStrings);
        Inputs inputs = interpreter.inputs();
        inputs.follow(publisher.isForTerminal() ? null : pieces::look);
        try {
            long number = 0;
            for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
                number++;
                FilePlace place = place(request, piece, number + " of " + count, pieces);
                publisher.at(place);
                inputs.inline(piece.copies() == 0 ? null : pieces.data());
                ExitCode code = run(place);
                inputs.inline(null);
                if (code != ExitCode.OK) {
                    return code;
                }
            }
            return ExitCode.OK;
        } finally {
            inputs.follow(null);
            session.leaveRest();
        }
    }

    private FilePlace place(SqlFile.Request request, Piece piece, String which, Pieces pieces) {
        String end = request.together() ? "; its transaction is rolled back" : "";
        return new FilePlace(
                request.name(),
                piece.start().line(),
                "statement " + which,
                () -> end + along(pieces),
                Pieces.statement(piece));
    }

    // Nobody knows how far the server came with them; what writes is not committed before its answer has come.
    private String along(Pieces pieces) {
        int more = session.unanswered();
        return more == 0
                ? ""
                : "\nsent along: " + Plural.of(more, "statement") + " behind it, up to line " + pieces.line(more - 1)
                        + ", without an answer too; nothing of what " + (more == 1 ? "it" : "they")
                        + " wrote is kept";
    }

    private ExitCode run(FilePlace place) {
        return isStopped() ? stopped("stopped before this statement") : interpreter.runSql(place.statement());
    }

    // A Ctrl-C between two statements finds none to cancel, and one that comes late for its statement is meant all the
    // same.
    // What was sent ahead is asked for its answer: when the call is to end, it is the session that begins nothing more.
    private boolean isStopped() {
        return Thread.interrupted() || (session.stops() != stops && !session.isEnded());
    }

    private ExitCode stopped(String words) {
        return fail(words, null, ExitCode.INTERRUPTED);
    }

    private ExitCode fail(String message, @Nullable String hint, ExitCode code) {
        Failure failure = Failure.of(message);
        Failures failures = new Failures(hint == null ? failure : failure.withHint(hint), code);
        return publisher.begin("sql").fail(failures, null);
    }
}
