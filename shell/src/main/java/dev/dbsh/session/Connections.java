package dev.dbsh.session;

import dev.dbsh.pg.Loss;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.PasswordPrompt;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Setting;
import dev.dbsh.pg.connect.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the session's connections, the first one and every later one, by the same rules. */
public final class Connections {
    private static final long BESIDE_MILLIS = 12_000;

    private final Session session;
    private final Connector connector;
    private PasswordPrompt prompt = PasswordPrompt.NOBODY;
    private @Nullable SessionDefaults defaults;
    private @Nullable Target target;

    public Connections(Session session, Connector connector) {
        this.session = session;
        this.connector = connector;
    }

    /** Says what every session is to be from its first moment, and who is asked for passwords. */
    public void prepare(SessionDefaults wanted, PasswordPrompt asking) {
        defaults = wanted;
        prompt = asking;
        session.limits(limits(wanted));
    }

    /** Resolves the request at once and connects in the background. */
    public void start(ConnectRequest request) {
        Target resolved = connector.resolve(request);
        target = resolved;
        connect(resolved);
    }

    /** Connects somewhere else, and stays where the session is when that fails. */
    public Optional<Loss> change(ConnectRequest request) {
        return change(connector.resolve(request));
    }

    /** The same, and what the request does not name stays as it is now, as in psql. */
    public Optional<Loss> changePart(ConnectRequest request) {
        return change(connector.resolve(request, session.opened()));
    }

    private Optional<Loss> change(Target resolved) {
        Optional<Loss> loss = session.replace(() -> connector.open(resolved, defaults(), prompt));
        target = resolved;
        return loss;
    }

    /** Connects once more to where the session is, or was connected last, and makes it what it was. */
    public Optional<Loss> again() {
        return session.resume(() -> connector.open(target(), defaults(), prompt));
    }

    private static String limits(SessionDefaults wanted) {
        StringBuilder local = new StringBuilder();
        for (Setting setting : wanted.settings()) {
            if (setting.name().equals("lock_timeout") || setting.name().equals("statement_timeout")) {
                local.append("set local ")
                        .append(setting.name())
                        .append(" = '")
                        .append(setting.value())
                        .append("';");
            }
        }
        return local.toString();
    }

    /** Where the session is, or is being, connected to. */
    public Target target() {
        Target known = target;
        if (known == null) {
            throw new IllegalStateException("nothing was connected yet");
        }
        return known;
    }

    /** A session beside the main one, to the same place with the same security. */
    public Session beside() {
        return session.beside(BESIDE_MILLIS);
    }

    private void connect(Target to) {
        session.connect(() -> connector.open(to, defaults(), prompt));
    }

    private SessionDefaults defaults() {
        SessionDefaults known = defaults;
        if (known == null) {
            throw new IllegalStateException("no session defaults were given");
        }
        return known;
    }
}
