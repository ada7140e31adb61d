package dev.dbsh.pg.connect;

/**
 * A server that was tried in vain.
 *
 * @param where host and port, with the address when a name has several
 */
public record Tried(String where, Trouble trouble) {}
