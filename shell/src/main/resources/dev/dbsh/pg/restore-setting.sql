-- Sets what was set in a session before it was lost.
-- Privileges: those that setting it needs.  Servers: 13 and newer.
with args as (
  select ?::text as setting,
         ?::text as value
)
select pg_catalog.set_config(args.setting, args.value, false) as value
  from args
