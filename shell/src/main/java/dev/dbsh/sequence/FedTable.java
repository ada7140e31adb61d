package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;

/**
 * A table with a column that a sequence feeds; of a tree of tables its root.
 *
 * @param id its oid, by which tables are locked in one order
 * @param partitioned true when it has no rows but those of its partitions
 * @param subscribed true when logical replication writes into it
 */
record FedTable(long id, QualifiedName name, boolean partitioned, boolean subscribed) {

    @Override
    public String toString() {
        return name.toString();
    }
}
