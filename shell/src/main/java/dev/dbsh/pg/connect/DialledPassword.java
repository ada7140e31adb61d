package dev.dbsh.pg.connect;

import java.util.Objects;
import java.util.Properties;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;

/** Gives the driver the password when the server asks; the driver makes one of these by its name. */
public final class DialledPassword implements AuthenticationPlugin {
    private final Dial dial;

    public DialledPassword(Properties properties) {
        this.dial = (Dial) Objects.requireNonNull(properties.get(Dial.KEY));
    }

    /** The driver wipes the array. */
    @Override
    public char[] getPassword(AuthenticationRequestType type) {
        return dial.password();
    }
}
