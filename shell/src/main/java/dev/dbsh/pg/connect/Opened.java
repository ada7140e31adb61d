package dev.dbsh.pg.connect;

import dev.dbsh.pg.wire.ServerStream;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open connection and what the caller has to know about it.
 *
 * @param messages what the server says, on its way to the driver
 * @param line the way to its server for what the driver cannot do
 * @param host which of the target's hosts it is
 * @param tls protocol and cipher; null when the connection is not encrypted
 * @param optionsRefused a pooler took no options: none of the defaults is in force, nor is what the operator asked for
 * @param unknownSettings names of defaults that the server does not know
 * @param tried the servers that were tried in vain before this one
 */
public record Opened(
        Connection connection,
        ServerStream messages,
        Line line,
        Target target,
        ServerHost host,
        @Nullable String tls,
        boolean optionsRefused,
        List<String> unknownSettings,
        List<Tried> tried) {
    public Opened {
        unknownSettings = List.copyOf(unknownSettings);
        tried = List.copyOf(tried);
    }
}
