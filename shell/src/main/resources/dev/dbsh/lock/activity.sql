-- What other sessions of the server do, those in the oldest transactions first: all but processes of the server itself, or the
-- processes that are named. Of sessions of other roles the server tells their database, role and name only.
-- Privileges: none; pg_read_all_stats shows what others run.  Servers: 13 and newer.
with args as (
  select ?::boolean as everywhere, ?::integer[] as own, ?::integer[] as pids
),
clock as (
  select pg_catalog.clock_timestamp() as now
),
held as (
  select l.pid, pg_catalog.count(*) as number
    from pg_catalog.pg_locks l
         cross join args
   where l.granted and l.locktype not in ('virtualxid', 'transactionid') and l.pid = any (args.pids)
   group by l.pid
)
select a.pid,
       a.pid = pg_catalog.pg_backend_pid() or a.pid = any (args.own) as own,
       a.leader_pid as leader,
       (pg_catalog.date_part('epoch', a.backend_start) * 1000000)::bigint as started,
       (pg_catalog.date_part('epoch', a.query_start) * 1000000)::bigint as query_started,
       coalesce(held.number, 0) as locks,
       case when pg_catalog.current_setting('is_superuser') = 'on' then true
            when a.backend_type = 'autovacuum worker'
            then exists (select from pg_catalog.pg_roles r
                          where r.rolname = 'pg_signal_autovacuum_worker' and pg_catalog.pg_has_role(r.oid, 'usage'))
            when coalesce((select r.rolsuper from pg_catalog.pg_roles r where r.oid = a.usesysid), true) then false
            else pg_catalog.pg_has_role(a.usesysid, 'usage') or pg_catalog.pg_has_role('pg_signal_backend', 'usage')
       end as may_end,
       coalesce((select r.rolsuper from pg_catalog.pg_roles r where r.oid = a.usesysid), true) as of_superuser,
       a.state,
       a.backend_type,
       a.usename::text as user_name,
       a.application_name,
       pg_catalog.host(a.client_addr) as client,
       a.datname::text as database,
       nullif(pg_catalog.concat_ws(':', a.wait_event_type, a.wait_event), '') as wait_event,
       (pg_catalog.date_part('epoch', clock.now - a.xact_start) * 1000)::bigint as transaction_age,
       (pg_catalog.date_part('epoch', clock.now - a.query_start) * 1000)::bigint as query_age,
       (pg_catalog.date_part('epoch', clock.now - a.state_change) * 1000)::bigint as state_age,
       a.backend_xid is not null as written,
       coalesce(a.query = '<insufficient privilege>', true) as hidden,
       nullif(a.query, '<insufficient privilege>') as query
  from args
       cross join clock
       cross join pg_catalog.pg_stat_activity a
       left join held on held.pid = a.pid
 where case when args.pids is not null then a.pid = any (args.pids)
            else a.pid <> pg_catalog.pg_backend_pid()
                 and a.pid <> all (args.own)
                 and (a.datname = pg_catalog.current_database()
                      or args.everywhere and (a.datid is not null or a.usesysid is not null))
       end
 order by a.xact_start nulls last, a.state_change, a.pid
