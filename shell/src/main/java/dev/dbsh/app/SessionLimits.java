package dev.dbsh.app;

import dev.dbsh.command.TimeSpan;
import dev.dbsh.pg.connect.SessionDefaults;
import dev.dbsh.pg.connect.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every session is from its first moment, so that dbsh can neither write by accident nor hold anyone up. */
final class SessionLimits {
    private static final String LOCK_TIMEOUT = "2s";
    private static final String IDLE_IN_TRANSACTION = "60s";
    private static final String CONNECTION_CHECK = "5s";

    private SessionLimits() {}

    static SessionDefaults of(Call call, String login) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("default_transaction_read_only", call.has(CallOption.WRITE) ? "off" : "on", true));
        settings.add(time("lock_timeout", call.value(CallOption.LOCK_TIMEOUT), LOCK_TIMEOUT));
        settings.add(new Setting("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION, false));
        settings.add(new Setting("client_connection_check_interval", CONNECTION_CHECK, false));
        settings.add(new Setting("tcp_keepalives_idle", "20", false));
        settings.add(new Setting("tcp_keepalives_interval", "5", false));
        settings.add(new Setting("tcp_keepalives_count", "3", false));
        String statement = call.value(CallOption.STATEMENT_TIMEOUT);
        if (statement != null) {
            settings.add(time("statement_timeout", statement, statement));
        }
        return new SessionDefaults("dbsh " + login, settings);
    }

    private static Setting time(String name, @Nullable String given, String usual) {
        return new Setting(name, TimeSpan.parse(given == null ? usual : given).toMillis() + "ms", given != null);
    }
}
