-- The functions that a name may have been meant for: those of that name with their arguments, and those about as long.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as name, ?::integer as distance
)
select distinct
       n.nspname as schema_name,
       p.proname as name,
       case when p.proname = args.name then pg_catalog.pg_get_function_identity_arguments(p.oid) end as arguments,
       p.proname = args.name as same
  from args
       join pg_catalog.pg_proc p
         on pg_catalog.length(p.proname::text) between pg_catalog.length(args.name) - args.distance
                                                   and pg_catalog.length(args.name) + args.distance
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 order by same desc, schema_name, name, arguments
 limit 5000
