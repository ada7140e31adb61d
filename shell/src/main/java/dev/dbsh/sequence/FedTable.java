package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;

/**
 * A table with a column that a sequence feeds; of a tree of tables its root.
 *
 * @param id its oid, by which tables are locked in one order
 * @param subscribed true when logical replication writes into it
 */
record FedTable(long id, QualifiedName name, boolean subscribed) {

    @Override
    public String toString() {
        return name.toString();
    }
}
