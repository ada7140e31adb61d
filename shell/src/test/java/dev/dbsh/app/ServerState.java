package dev.dbsh.app;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** Everything about a server that a statement could have changed, as short texts to compare. */
final class ServerState {
    private static final String CATALOGS = """
            select format('select %L, md5(string_agg(ctid::text || xmin || '' '' || xmax, '','' order by ctid)) from %s where %s',
                          oid::regclass, oid::regclass, case relname when 'pg_statistic' then 'starelid >= 16384' else 'true' end)
              from pg_class
             where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'
            """;
    private static final String TABLES = """
            select format('select %L, md5(string_agg(ctid::text || xmin || '' '' || xmax || t::text, '','' order by ctid)) from %s t',
                          oid::regclass, oid::regclass)
              from pg_class
             where relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace,
                                        'pg_toast'::regnamespace)
               and relkind in ('r', 'm')
            """;
    private static final String SEQUENCES = """
            select format('select %L, last_value || '' '' || is_called || '' '' || log_cnt from %s', oid::regclass, oid::regclass)
              from pg_class
             where relkind = 'S'
            """;
    private static final String RESETS = """
            select format('select ''reset of %s'', string_agg(to_jsonb(x) ->> ''stats_reset'', '','' order by to_jsonb(x) ->> ''stats_reset'') from %s x where %s',
                          relname, relname,
                          case relname when 'pg_stat_database' then 'datid = 0 or datname = current_database()' else 'true' end)
              from pg_class
             where relname in ('pg_stat_database', 'pg_stat_bgwriter', 'pg_stat_archiver', 'pg_stat_wal', 'pg_stat_slru',
                               'pg_stat_replication_slots', 'pg_stat_io', 'pg_stat_checkpointer')
            """;
    private static final String OTHERS = """
            select 'upkeep', string_agg(concat_ws(' ', relname, vacuum_count, analyze_count, n_tup_ins, n_tup_upd, n_tup_del), ',' order by relid)
              from pg_stat_user_tables
            union all
            select 'slots', string_agg(concat_ws(' ', slot_name, restart_lsn, confirmed_flush_lsn, active), ',' order by slot_name)
              from pg_replication_slots
            union all
            select 'origins', string_agg(concat_ws(' ', external_id, remote_lsn), ',' order by external_id)
              from pg_show_replication_origin_status()
            union all
            select 'prepared transactions', string_agg(gid, ',' order by gid) from pg_prepared_xacts
            union all
            select 'settings', md5(string_agg(concat_ws(' ', name, setting, reset_val, sourcefile), ',' order by name)) || pg_conf_load_time()
              from pg_settings
            union all
            select 'configuration', md5(pg_read_file('postgresql.auto.conf'))
            union all
            select 'files', string_agg(concat_ws('/', directory, file), ',' order by directory, file)
              from unnest(array['.', 'pg_snapshots', 'pg_replslot', 'pg_tblspc', 'pg_twophase']) directory, pg_ls_dir(directory) file
             where directory <> 'pg_twophase' or pg_is_in_recovery()
            union all
            select 'recovery', pg_is_in_recovery()::text
            union all
            select 'locks', string_agg(concat_ws(' ', l.locktype, l.relation::regclass, l.objid, l.mode, l.granted), ',' order by l.locktype, l.relation, l.mode)
              from pg_locks l left join pg_stat_activity a on a.pid = l.pid
             where l.locktype <> 'virtualxid'
               and l.locktype <> 'transactionid'
               and l.classid is distinct from 'pg_database'::regclass
               and l.pid is distinct from pg_backend_pid()
               and coalesce(a.backend_type, 'client backend') = 'client backend'
            union all
            select 'victim', concat_ws(' ', pid, backend_start, state, query_start) from pg_stat_activity where pid = %d
            union all
            select 'sessions', count(*)::text from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
            """;

    private final Connection observer;
    private final Connection listening;
    private final PGConnection listener;
    private final String query;

    /** @param victim the pid of the session that must live on undisturbed */
    ServerState(Connection observer, Connection listener, int victim) throws SQLException {
        this.observer = observer;
        this.listening = listener;
        this.listener = listener.unwrap(PGConnection.class);
        List<String> parts = new ArrayList<>();
        for (String generator : List.of(CATALOGS, TABLES, SEQUENCES, RESETS)) {
            parts.addAll(first(generator));
        }
        parts.add(OTHERS.formatted(victim));
        this.query = String.join("\nunion all\n", parts);
    }

    private List<String> first(String generator) throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet rows = statement.executeQuery(generator)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    Map<String, String> now() throws SQLException {
        Map<String, String> state = new TreeMap<>();
        try (Statement statement = observer.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                state.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        } catch (SQLException e) {
            state.put("state", e.getMessage());
        }
        try (Statement statement = listening.createStatement()) {
            statement.execute("select 1");
        }
        state.put("notifications", Integer.toString(listener.getNotifications().length));
        return state;
    }

    /** The locks of one session that a reader would not have. */
    List<String> locksOf(int pid) throws SQLException {
        return first("select locktype || ' ' || mode from pg_locks where pid = " + pid
                + " and locktype not in ('virtualxid', 'transactionid') and mode <> 'AccessShareLock'");
    }

    /** What differs, with both values. */
    static List<String> differences(Map<String, String> before, Map<String, String> after) {
        List<String> differences = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        for (String key : all.keySet()) {
            String was = before.getOrDefault(key, "-");
            String is = after.getOrDefault(key, "-");
            if (!was.equals(is)) {
                differences.add(key + ": " + was + " -> " + is);
            }
        }
        return differences;
    }
}
