package dev.dbsh.app;

import dev.dbsh.demo.Login;
import dev.dbsh.testing.TestDatabase;
import java.util.List;

/** Who types at the read-only session. */
enum Person {
    SUPERUSER,
    /** Owns every table, routine and large object. */
    OWNER,
    /** May read everything. */
    READER;

    /** How this one gets into the database, with what it may do there. */
    Login login(TestDatabase database) {
        return switch (this) {
            case SUPERUSER -> database.login();
            case OWNER -> owner(database, database.role(""));
            case READER -> reader(database, database.role(""));
        };
    }

    private static Login owner(TestDatabase database, Login owner) {
        database.execute("grant create on schema public to " + owner.user());
        for (String statement : database.list("""
                select format('alter %s %s owner to', case relkind when 'r' then 'table' when 'v' then 'view'
                              when 'm' then 'materialized view' end, c.oid::regclass)
                  from pg_class c join pg_namespace n on n.oid = relnamespace
                 where nspname in ('public', 'm10_recovery') and relkind in ('r', 'v', 'm')
                union all
                select format('alter routine %s owner to', oid::regprocedure) from pg_proc
                 where pronamespace = 'public'::regnamespace and proname in ('writes', 'lift', 'escape', 'quiet')
                union all
                select format('alter large object %s owner to', oid) from pg_largeobject_metadata
                """)) {
            database.execute(statement + " " + owner.user());
        }
        return owner;
    }

    private static Login reader(TestDatabase database, Login reader) {
        if (database.server().major() >= 14) {
            database.execute("grant pg_read_all_data to " + reader.user());
            return reader;
        }
        for (String schema : List.of("public", "m10_recovery")) {
            database.execute("grant usage on schema " + schema + " to " + reader.user());
            database.execute("grant select on all tables in schema " + schema + " to " + reader.user());
            database.execute("grant select on all sequences in schema " + schema + " to " + reader.user());
        }
        return reader;
    }
}
