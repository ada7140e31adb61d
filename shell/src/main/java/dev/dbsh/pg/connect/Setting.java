package dev.dbsh.pg.connect;

/**
 * A server setting of a session.
 *
 * @param firm wins over {@code PGOPTIONS} and {@code options}; otherwise the operator's value wins
 */
public record Setting(String name, String value, boolean firm) {}
