-- The types that a name may have been meant for: those about as long.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as name, ?::integer as distance
)
select n.nspname as schema_name, t.typname as name
  from args
       join pg_catalog.pg_type t
         on pg_catalog.length(t.typname::text) between pg_catalog.length(args.name) - args.distance
                                                   and pg_catalog.length(args.name) + args.distance
       join pg_catalog.pg_namespace n on n.oid = t.typnamespace
       left join pg_catalog.pg_class c on c.oid = t.typrelid
 where t.typelem = 0
   and (c.oid is null or c.relkind = 'c')
   and n.nspname <> 'information_schema'
 order by t.typname = args.name desc, n.nspname, t.typname
 limit 5000
