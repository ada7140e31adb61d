package dev.dbsh.pg;

import dev.dbsh.pg.connect.ConnectFailure;
import dev.dbsh.pg.connect.Opened;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** The connections beside a session's own one, which look on while that one works, or work along with it. */
final class Besides {
    private static final int MILLIS = 5_000;

    private final CurrentLink current;
    private final List<Beside> open = new CopyOnWriteArrayList<>();

    Besides(CurrentLink current) {
        this.current = current;
    }

    /** What the open transaction holds; empty when that cannot be asked. */
    Optional<Held> findHeld() {
        Link link = current.findLive().orElse(null);
        if (link == null || link.server().isPooled()) {
            return Optional.empty();
        }
        try (Link beside = Link.beside(link, MILLIS)) {
            return Optional.of(Held.by(link, beside));
        } catch (SQLException | SqlFailure | ConnectFailure e) {
            return Optional.empty();
        }
    }

    /** One more as the same role; stopped with the others until it is closed. */
    Beside another(Function<Opened, Link> over) {
        Link main = current.known();
        Link link = over.apply(main.opened().line().beside(MILLIS));
        if (!Objects.equals(link.server().user(), main.server().user())) {
            link.close();
            throw new SqlFailure(
                    new SQLException("another connection would not be "
                            + main.server().user() + " but " + link.server().user()),
                    false);
        }
        Beside beside = new Beside(link, open::remove);
        open.add(beside);
        return beside;
    }

    /** The same; empty when there can be none: the server has no place left, or would know it as another role. */
    Optional<Beside> findAnother(Function<Opened, Link> over) {
        try {
            return Optional.of(another(over));
        } catch (SqlFailure | ConnectFailure e) {
            return Optional.empty();
        }
    }

    /** Stops what runs on them; false when nothing does. */
    boolean stop(Patience patience, Consumer<String> says) {
        boolean stopped = false;
        for (Beside beside : open) {
            stopped |= beside.stop(patience, says);
        }
        return stopped;
    }
}
