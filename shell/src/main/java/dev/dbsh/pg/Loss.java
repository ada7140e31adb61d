package dev.dbsh.pg;

/**
 * What ended with a connection.
 *
 * @param server what it was by then, without what an open transaction had changed
 * @param transaction where it stood
 * @param complete false when something may have been set or made since the belongings were last asked for
 * @param restored true when role and settings of the old session hold in the new one
 */
public record Loss(
        Server server, TransactionState transaction, Belongings belongings, boolean complete, boolean restored) {}
