package dev.dbsh.pg;

/**
 * Whether a statement that runs in transactions of its own has kept some of them, although it failed.
 *
 * @param first the lowest number that the next transaction of the server could have before it was sent
 */
record OwnParts(long first) {
    private static final Sql NEXT = Sql.of(OwnParts.class, "next-number.sql");
    private static final Sql KEPT_SINCE = Sql.of(OwnParts.class, "kept-since.sql");

    static OwnParts before(Link link) {
        return new OwnParts(
                link.list(Reads.CATALOG, NEXT, row -> row.number("next")).get(0));
    }

    /** False only when it is sure that nothing was kept: others' transactions cannot be told from its own. */
    boolean mayBeKept(Link link, SqlFailure failure) {
        boolean refused =
                failure.sqlState().startsWith("42") && failure.failure().where() == null;
        if (refused) {
            return false;
        }
        try {
            return link.list(Reads.CATALOG, KEPT_SINCE, row -> row.flag("any"), first)
                    .contains(true);
        } catch (SqlFailure e) {
            failure.addSuppressed(e);
            return true;
        }
    }
}
