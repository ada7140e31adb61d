-- The relations that a name may have been meant for: those of that name in any schema first, then those about as long.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as name, ?::integer as distance
)
select n.nspname as schema_name, c.relname as name
  from args
       join pg_catalog.pg_class c
         on pg_catalog.length(c.relname::text) between pg_catalog.length(args.name) - args.distance
                                                   and pg_catalog.length(args.name) + args.distance
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
   and n.nspname <> 'pg_toast'
   and not pg_catalog.pg_is_other_temp_schema(n.oid)
 order by c.relname = args.name desc, n.nspname = 'public' desc, n.nspname, c.relname
 limit 5000
