package dev.dbsh.pg;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One more connection of a session, as the same role, for reading several things at a time. Used by one thread. */
public final class Beside implements Lists, AutoCloseable {
    private final Link link;
    private final Consumer<Beside> closed;

    Beside(Link link, Consumer<Beside> closed) {
        this.link = link;
        this.closed = closed;
    }

    @Override
    public <T> List<T> list(Reads reads, Sql sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        return link.use(used -> used.list(reads, sql, reader, arguments));
    }

    /** The process of the server that answers it. */
    public int pid() {
        return link.server().backendPid();
    }

    /** Stops what runs; false when nothing does. From any thread. */
    boolean stop(Patience patience, Consumer<String> says) {
        return link.stop(patience, says);
    }

    @Override
    public void close() {
        closed.accept(this);
        link.close();
    }
}
