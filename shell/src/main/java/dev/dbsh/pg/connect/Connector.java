package dev.dbsh.pg.connect;

import org.jspecify.annotations.Nullable;

/** Opens connections the way libpq would, without ever waiting for ever. */
public final class Connector {
    private final Surroundings surroundings;

    public Connector(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Says where a request leads without connecting. Reads no more files than it must.
     *
     * @throws InvalidConnection what was typed makes no sense
     * @throws ConfigurationFailure something on this machine forbids it
     */
    public Target resolve(ConnectRequest request) {
        return new Targets(surroundings).resolve(request);
    }

    /** The same for a request that names only what is to be different from that connection. */
    public Target resolve(ConnectRequest request, Opened from) {
        return new Targets(surroundings).resolve(request, from.target(), from.host());
    }

    /** Resolves and opens. */
    public Opened open(ConnectRequest request, SessionDefaults defaults, PasswordPrompt prompt) {
        return open(resolve(request), defaults, prompt);
    }

    /**
     * Tries the hosts in order; also used to connect again.
     *
     * @throws ConnectFailure no server let us in
     */
    public Opened open(Target target, SessionDefaults defaults, PasswordPrompt prompt) {
        Secret first = target.passwordMode() == PasswordMode.ALWAYS ? ask(target, prompt) : null;
        try {
            return tour(first == null ? target : target.with(first), defaults);
        } catch (ConnectFailure e) {
            boolean mayAsk =
                    e.kind() == Trouble.Kind.PASSWORD_NEEDED && target.passwordMode() == PasswordMode.WHEN_NEEDED;
            if (!mayAsk) {
                throw e;
            }
            return tour(target.with(asked(target, prompt, e)), defaults);
        }
    }

    private static Secret asked(Target target, PasswordPrompt prompt, ConnectFailure failure) {
        char[] typed = prompt.ask(words(target));
        if (typed == null) {
            throw failure;
        }
        if (typed.length == 0) {
            throw new ConnectFailure(Advice.noneTyped(failure.trouble()), failure.tried(), failure.getCause());
        }
        return new Secret(typed);
    }

    private Opened tour(Target target, SessionDefaults defaults) {
        return new HostTour(target, defaults, surroundings).open();
    }

    private static String words(Target target) {
        return "Password for user " + target.user() + ": ";
    }

    private static @Nullable Secret ask(Target target, PasswordPrompt prompt) {
        char[] typed = prompt.ask(words(target));
        return typed == null || typed.length == 0 ? null : new Secret(typed);
    }
}
