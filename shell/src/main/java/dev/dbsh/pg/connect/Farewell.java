package dev.dbsh.pg.connect;

/**
 * How a connection ended while nothing was asked.
 *
 * @param message the server's words, when it said any
 */
public record Farewell(String sqlState, String message) {
    private static final String CONNECTION_FAILURE = "08006";

    static Farewell withoutAWord(String message) {
        return new Farewell(CONNECTION_FAILURE, message);
    }
}
