-- What the other sessions of the server do, those in the oldest transactions first; processes of the server itself are left
-- out. Of sessions of other roles the server tells their database, role and name only.
-- Privileges: none; pg_read_all_stats shows what others run.  Servers: 13 and newer.
with args as (
  select ?::boolean as everywhere
),
clock as (
  select pg_catalog.clock_timestamp() as now
)
select a.pid,
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
 where a.pid <> pg_catalog.pg_backend_pid()
   and (a.datname = pg_catalog.current_database()
        or args.everywhere and (a.datid is not null or a.usesysid is not null))
 order by a.xact_start nulls last, a.state_change, a.pid
