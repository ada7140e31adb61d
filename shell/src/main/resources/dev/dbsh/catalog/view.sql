-- What a view selects. It opens the tables that the view names, so it is asked only while none of them is locked.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id, ?::boolean as locked
)
select case when not args.locked then pg_catalog.pg_get_viewdef(args.id, true) end as definition
  from args
