package dev.dbsh.pg;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts another connection in the place of a session's own, and tells what ends with the one that was there. */
record Reconnection(CurrentLink current) {

    /** Answers what was given up; empty when there was nothing. */
    Optional<Loss> replace(Supplier<Link> open) {
        Link next = open.get();
        takeLastStock();
        Optional<Loss> loss = current.find().map(old -> old.footprint().loss(old.transaction(), false));
        current.change(next);
        return loss;
    }

    /** The same, and makes the new one what the old one was, or leaves everything as it is. */
    Optional<Loss> resume(Supplier<Link> open) {
        Link old = current.find().orElse(null);
        if (old == null) {
            return replace(open);
        }
        takeLastStock();
        Link next = open.get();
        try {
            new Resumption(old, next).run();
        } catch (SQLException e) {
            next.close();
            throw new SqlFailure(e, false);
        }
        Loss loss = old.footprint().loss(old.transaction(), true);
        current.change(next);
        return Optional.of(loss);
    }

    /** Remembers what would end with the connection, if that may have changed. */
    void takeStock() {
        if (current.findLive().filter(Link::needsStock).isPresent()) {
            current.use(link -> {
                link.takeStock();
                return link;
            });
        }
    }

    private void takeLastStock() {
        try {
            takeStock();
        } catch (SqlFailure e) {
            // Then the loss is told as one of which not all is known.
        }
    }
}
