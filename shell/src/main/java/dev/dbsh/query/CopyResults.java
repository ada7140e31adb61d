package dev.dbsh.query;

import dev.dbsh.pg.Results;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Passes on what a COPY gives or takes, part by part. */
final class CopyResults implements Results {
    private final Supplier<InputStream> in;
    private final Supplier<OutputStream> out;
    private final Consumer<Failure> notices;

    /** @param in opened when the server asks for data, as {@code out} when it gives some */
    CopyResults(Supplier<InputStream> in, Supplier<OutputStream> out, Consumer<Failure> notices) {
        this.in = in;
        this.out = out;
        this.notices = notices;
    }

    @Override
    public boolean isCopy() {
        return true;
    }

    @Override
    public void columns(List<ResultColumn> columns) {
        throw new IllegalStateException("COPY has no columns");
    }

    @Override
    public void row(ResultRow row) {
        throw new IllegalStateException("COPY has no rows");
    }

    @Override
    public void notice(Failure notice) {
        notices.accept(notice);
    }

    @Override
    public void copied(byte[] bytes, int from, int length) {
        try {
            out.get().write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream copying() {
        return in.get();
    }
}
