-- Ends a session, or stops what it runs: if it is still the same process, and to be stopped still runs the same statement.
-- Changes: ends a session or its statement.  Privileges: those of the session's role, pg_signal_backend, or for a
-- superuser's session a superuser.  Servers: 13 and newer.
with args as (
  select ?::integer as pid, ?::bigint as started, ?::bigint as query_started, ?::boolean as ends
)
select case when a.pid is null then 'gone'
            when (pg_catalog.date_part('epoch', a.backend_start) * 1000000)::bigint is distinct from args.started then 'other'
            when a.pid = pg_catalog.pg_backend_pid() then 'own'
            when args.ends and pg_catalog.pg_terminate_backend(a.pid) then 'sent'
            when args.ends then 'gone'
            when a.state not in ('active', 'fastpath function call')
                 or (pg_catalog.date_part('epoch', a.query_start) * 1000000)::bigint is distinct from args.query_started
            then 'moved_on'
            when pg_catalog.pg_cancel_backend(a.pid) then 'sent'
            else 'gone'
       end as answer
  from args
       left join pg_catalog.pg_stat_get_activity(args.pid) a on true
