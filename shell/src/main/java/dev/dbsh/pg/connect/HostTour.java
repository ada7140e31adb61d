package dev.dbsh.pg.connect;

import dev.dbsh.pg.connect.Trouble.Kind;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tries host after host, address after address, as libpq does, until one will do. */
final class HostTour {
    private static final long TOTAL_MILLIS = 30_000;
    private static final long LOGIN_MILLIS = 12_000;

    private final Target target;
    private final SessionDefaults defaults;
    private final Surroundings surroundings;
    private final List<Tried> tried = new ArrayList<>();
    private final long start = System.nanoTime();

    HostTour(Target target, SessionDefaults defaults, Surroundings surroundings) {
        this.target = target;
        this.defaults = defaults;
        this.surroundings = surroundings;
    }

    Opened open() {
        TargetSession wanted = target.session();
        Opened opened = pass(wanted == TargetSession.PREFER_STANDBY ? TargetSession.STANDBY : wanted);
        if (opened == null && wanted == TargetSession.PREFER_STANDBY) {
            opened = pass(TargetSession.ANY);
        }
        if (opened == null) {
            throw new ConnectFailure(tried.get(tried.size() - 1).trouble(), tried, null);
        }
        return opened;
    }

    private @Nullable Opened pass(TargetSession wanted) {
        for (ServerHost host : shuffled(target.hosts())) {
            Opened opened = tryHost(host, wanted);
            if (opened != null) {
                return opened;
            }
        }
        return null;
    }

    private @Nullable Opened tryHost(ServerHost host, TargetSession wanted) {
        for (Dial dial : dials(host)) {
            try {
                return tryAddress(dial, wanted);
            } catch (ConnectFailure e) {
                tried.addAll(e.tried());
                if (!mayGoOn(e.kind())) {
                    throw new ConnectFailure(e.trouble(), tried, e.getCause());
                }
                if (e.kind() == Kind.NOT_READY || e.kind() == Kind.NOT_SUITABLE) {
                    return null;
                }
            }
        }
        return null;
    }

    /** Whoever answers and says no has decided; the other hosts are for when nobody answers. */
    private boolean mayGoOn(Kind kind) {
        boolean timeLeft = new Choices(target.parameters()).number(Keyword.CONNECT_TIMEOUT, 0) > 0 || remaining() > 0;
        return timeLeft
                && switch (kind) {
                    case UNKNOWN_HOST, REFUSED, UNREACHABLE, NO_SOCKET, TIMEOUT, NOT_READY, NOT_SUITABLE -> true;
                    default -> false;
                };
    }

    private Opened tryAddress(Dial dial, TargetSession wanted) {
        Startup startup = new Startup(target.tls(), true, defaults.settings(), List.of());
        if (wanted.dependsOnReadOnlyDefault() && startup.setsReadOnly()) {
            // with our own default in force every server looks read-only, so it is judged without
            close(open(dial, startup.withoutReadOnly(), wanted));
            return open(dial.again(), startup, TargetSession.ANY);
        }
        return open(dial, startup, wanted);
    }

    private Opened open(Dial dial, Startup startup, TargetSession wanted) {
        try {
            return open(dial, startup, wanted, patience());
        } catch (ConnectFailure e) {
            Startup less = startup.after(e.trouble()).orElse(null);
            if (less == null) {
                throw e;
            }
            return open(dial.again(), less, wanted);
        }
    }

    private Opened open(Dial dial, Startup startup, TargetSession wanted, long millis) {
        Connection connection = new Attempt(dial, applicationName(), millis).open(startup, wanted);
        return new Opened(
                connection,
                dial.messages(),
                new Line(dial, (again, time) -> open(again, startup, TargetSession.ANY, time)),
                target,
                dial.host(),
                dial.tls().session(),
                !startup.withOptions(),
                startup.unknown(),
                tried);
    }

    private static void close(Opened opened) {
        try {
            opened.connection().close();
        } catch (SQLException e) {
            throw new IllegalStateException("the driver's close reports nothing", e);
        }
    }

    private String applicationName() {
        String given = target.parameters().filled(Keyword.APPLICATION_NAME);
        return given == null ? defaults.applicationName() : given;
    }

    /** One for each address of the host. */
    private List<Dial> dials(ServerHost host) {
        Dial first = new Dial(target, host, null, surroundings);
        if (host.isSocket()) {
            return List.of(first);
        }
        try {
            List<Dial> dials = new ArrayList<>();
            for (InetAddress address : lookUp(host.address() == null ? host.name() : host.address())) {
                dials.add(new Dial(target, host, address, surroundings));
            }
            return shuffled(dials);
        } catch (ExecutionException e) {
            tried.add(new Tried(first.where(), new Diagnosis(first).of(e)));
        } catch (TimeoutException e) {
            tried.add(new Tried(first.where(), new Diagnosis(first).timeout(patience())));
        } catch (InterruptedException e) {
            throw Attempt.stopped(first, e);
        }
        return List.of();
    }

    private List<InetAddress> lookUp(String name) throws ExecutionException, TimeoutException, InterruptedException {
        return Deadline.run(() -> List.of(InetAddress.getAllByName(name)), patience(), () -> {});
    }

    /** {@code connect_timeout} counts for each address, as in libpq; without one the whole tour has an end. */
    private long patience() {
        int seconds = new Choices(target.parameters()).number(Keyword.CONNECT_TIMEOUT, 0);
        if (seconds > 0) {
            return 1000L * Math.max(2, seconds);
        }
        return Math.max(1, Math.min(LOGIN_MILLIS, remaining()));
    }

    private <T> List<T> shuffled(List<T> list) {
        if (!target.isBalanced()) {
            return list;
        }
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy);
        return copy;
    }

    private long remaining() {
        return TOTAL_MILLIS - (System.nanoTime() - start) / 1_000_000;
    }
}
