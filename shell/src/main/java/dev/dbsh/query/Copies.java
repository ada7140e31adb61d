package dev.dbsh.query;

import dev.dbsh.pg.Session;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.StatementKind;
import dev.dbsh.report.Ending;
import dev.dbsh.report.Failure;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Plural;
import dev.dbsh.report.ReportSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs COPY between the server and a file of this machine, standard input or standard output, in constant memory. */
final class Copies {
    private final Session session;
    private final Consumer<Failure> notices;
    private final CopyInput input;

    Copies(Session session, Consumer<Failure> notices, CopyInput input) {
        this.session = session;
        this.notices = notices;
        this.input = input;
    }

    /** {@code COPY ... TO STDOUT}: the bytes are the whole answer. */
    Ending toStandardOutput(String statement, ReportSink sink) {
        OutputStream out = sink.bytes();
        long rows = run(statement, StatementKind.QUERY, Copies::nothing, () -> out);
        return Ending.of(Outcome.OK, Plural.of(rows, "row") + " copied");
    }

    /** {@code COPY ... FROM STDIN}. */
    Ending fromStandardInput(String statement) {
        long rows = run(statement, StatementKind.OTHER, input::open, Copies::nowhere);
        return Ending.of(Outcome.OK, Plural.of(rows, "row") + " copied");
    }

    Ending toFile(CopyLine line) {
        try (CopyFile file = CopyFile.to(line.file())) {
            long rows = toFile(line, file);
            return Ending.of(Outcome.OK, Plural.of(rows, "row") + " copied to " + line.file());
        } catch (IOException e) {
            throw CopyFile.cannot("write", line.file(), CopyFile.reason(e));
        }
    }

    private long toFile(CopyLine line, CopyFile file) throws IOException {
        try {
            long rows = run(line.statement(), StatementKind.QUERY, Copies::nothing, file::out);
            file.finish();
            return rows;
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        } catch (SqlFailure e) {
            throw e.saying(
                    file.staysHalf() ? line.file() + " has a part of it" : "nothing was written to " + line.file());
        }
    }

    Ending fromFile(CopyLine line) {
        try (InputStream file = CopyFile.from(line.file())) {
            long rows = run(line.statement(), StatementKind.OTHER, () -> file, Copies::nowhere);
            return Ending.of(Outcome.OK, Plural.of(rows, "row") + " copied from " + line.file());
        } catch (UncheckedIOException e) {
            throw CopyFile.cannot("read", line.file(), CopyFile.reason(Objects.requireNonNull(e.getCause())));
        } catch (IOException e) {
            throw CopyFile.cannot("read", line.file(), CopyFile.reason(e));
        }
    }

    private long run(String statement, StatementKind kind, Supplier<InputStream> in, Supplier<OutputStream> out) {
        try {
            return session.run(statement, kind, new CopyResults(in, out, notices));
        } catch (SqlFailure e) {
            throw kind == StatementKind.OTHER ? e.saying("nothing was copied") : e;
        }
    }

    private static InputStream nothing() {
        throw new IllegalStateException("COPY TO asks for no data");
    }

    private static OutputStream nowhere() {
        throw new IllegalStateException("COPY FROM gives no data");
    }
}
