package dev.dbsh.pg.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** No server let us in: exit code 7. Never holds a password. */
public final class ConnectFailure extends RuntimeException {
    private final Trouble trouble;
    private final List<Tried> tried;

    ConnectFailure(Trouble trouble, List<Tried> tried, @Nullable Throwable cause) {
        super(trouble.message(), cause);
        this.trouble = trouble;
        this.tried = List.copyOf(tried);
    }

    /** The last thing that went wrong. */
    public Trouble trouble() {
        return trouble;
    }

    /** Everything that was tried, in order. */
    public List<Tried> tried() {
        return tried;
    }

    public Trouble.Kind kind() {
        return trouble.kind();
    }

    public String sqlState() {
        return trouble.sqlState();
    }
}
