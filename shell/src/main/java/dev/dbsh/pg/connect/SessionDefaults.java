package dev.dbsh.pg.connect;

import java.util.List;

/**
 * What dbsh wants of every session from its first moment, sent inside the start-up message.
 *
 * <p>A server that does not know a setting (13 and {@code client_connection_check_interval}) refuses the whole
 * connection; it is then tried once more without that setting. Asking for the version first would cost every newer
 * server a round trip.
 *
 * @param applicationName used when the operator gave none
 */
public record SessionDefaults(String applicationName, List<Setting> settings) {
    public SessionDefaults {
        settings = List.copyOf(settings);
    }
}
