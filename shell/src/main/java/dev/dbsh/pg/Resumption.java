package dev.dbsh.pg;

import java.sql.SQLException;

/** Makes a new session what a lost one was, or fails: it leads nowhere else, and it may do no more. */
final class Resumption {
    private static final Sql SETTING = Sql.of(Resumption.class, "restore-setting.sql");

    private static final String ON_PURPOSE = "; connect CONNECTION goes there on purpose";

    private final Link old;
    private final Link next;
    private final Server was;

    Resumption(Link old, Link next) {
        this.old = old;
        this.next = next;
        this.was = old.footprint().settled();
    }

    void run() throws SQLException {
        refuseAnother();
        if (was.isPooled()) {
            return;
        }
        try {
            old.footprint().belongings().settings().forEach(this::restore);
            restoreRoles();
            if (was.readOnly() && !next.server().readOnly()) {
                next.allowWrites(false);
            }
            next.look();
        } catch (SqlFailure e) {
            throw new SQLException(
                    "the session cannot be made what it was: " + e.failure().message() + ON_PURPOSE, e.sqlState(), e);
        }
        refuseMore();
    }

    private void refuseAnother() throws SQLException {
        Identity known = old.identity();
        Identity found = next.identity();
        if (known == null || found == null) {
            throw refusal("the server does not say which one it is: pg_control_system is not allowed");
        }
        if (!known.system().equals(found.system())) {
            throw refusal("another server answers there now");
        }
        if (known.database() != found.database()) {
            throw refusal("another database has that name now");
        }
        if (old.beganOnStandby() != next.beganOnStandby()) {
            throw refusal(next.beganOnStandby() ? "the primary is a standby now" : "the standby is a primary now");
        }
        if (known.timeline() != null && !known.timeline().equals(found.timeline())) {
            throw refusal("another copy of the server answers there now: its timeline is " + found.timeline()
                    + " and not " + known.timeline());
        }
        if (was.isPooled() != next.server().isPooled()) {
            throw refusal("a pooler is in between where there was none, or the reverse");
        }
    }

    private void restore(String name, String value) {
        next.footprint().changed();
        next.list(Reads.CATALOG, SETTING, row -> row.text("value"), name, value);
    }

    private void restoreRoles() throws SQLException {
        if (!old.footprint().isRoleKnown()) {
            throw refusal("nobody knows which role the lost session had in the end");
        }
        if (!was.systemUser().equals(next.server().systemUser())) {
            next.set("set session authorization " + new SimpleName(was.systemUser()).quoted());
        }
        if (!was.user().equals(was.systemUser())) {
            next.set("set role " + new SimpleName(was.user()).quoted());
        }
    }

    private void refuseMore() throws SQLException {
        Server is = next.server();
        if (is.superuser() && !was.superuser()) {
            throw refusal("role " + is.user() + " has become a superuser");
        }
    }

    private static SQLException refusal(String why) {
        return new SQLException("not connected: " + why + ON_PURPOSE, "08004");
    }
}
