-- Waits for a while, of milliseconds.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::bigint as milliseconds
)
select pg_catalog.pg_sleep(args.milliseconds / 1000.0)::text as paused
  from args
