-- Cancels what a session of our own role runs, if it is still the same process.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::integer as pid,
         ?::bigint as started_microseconds
)
select pg_catalog.pg_cancel_backend(args.pid) as cancelled
  from args
       cross join pg_catalog.pg_stat_get_activity(args.pid) a
 where (pg_catalog.date_part('epoch', a.backend_start) * 1000000)::bigint = args.started_microseconds
