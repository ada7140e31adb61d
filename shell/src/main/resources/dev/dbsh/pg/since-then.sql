-- What happened to a server since one of its sessions was lost: whether that session's process is still there and busy,
-- whether its transaction was prepared, and what tells a crash. A crash throws the statistics away, and ends with a
-- checkpoint where the write-ahead log ended. Any other checkpoint has written something since it began, unless the
-- server is older than 17 and writes nothing for standbys.
-- Privileges: EXECUTE on pg_control_checkpoint, which everybody has unless it was taken.  Servers: 13 and newer.
with args as (
  select ?::integer as pid,
         ?::bigint as started_microseconds,
         ?::bigint as transaction_number
)
select exists (select
                 from pg_catalog.pg_stat_get_activity(args.pid) a
                where (pg_catalog.date_part('epoch', a.backend_start) * 1000000)::bigint = args.started_microseconds
              ) as process_there,
       exists (select
                 from pg_catalog.pg_prepared_xacts p
                where p.transaction::text::bigint = args.transaction_number % 4294967296
              ) as prepared,
       (pg_catalog.date_part('epoch', least(pg_catalog.pg_stat_get_bgwriter_stat_reset_time(), s.stats_reset)) * 1000000
         )::bigint as statistics_microseconds,
       (pg_catalog.date_part('epoch', c.checkpoint_time) * 1000000)::bigint as checkpoint_microseconds,
       pg_catalog.pg_wal_lsn_diff(c.checkpoint_lsn, '0/0')::bigint as checkpoint_position,
       (pg_catalog.pg_wal_lsn_diff(c.checkpoint_lsn, '0/0')
         % pg_catalog.current_setting('wal_block_size')::numeric)::bigint as checkpoint_offset,
       c.redo_lsn = c.checkpoint_lsn
         and (pg_catalog.current_setting('wal_level') <> 'minimal'
              or pg_catalog.current_setting('server_version_num')::integer >= 170000) as checkpoint_ends_log
  from args
       cross join pg_catalog.pg_control_checkpoint() c
       cross join pg_catalog.pg_stat_get_archiver() s
