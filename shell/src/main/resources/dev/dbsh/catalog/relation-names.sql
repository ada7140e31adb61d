-- The names of all relations and functions, to find the one that was meant.
-- Privileges: none.  Servers: 13 and newer.
select n.nspname as schema_name, c.relname as name
  from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I', 'c')
   and n.nspname not in ('pg_toast', 'information_schema')
   and not pg_catalog.pg_is_other_temp_schema(n.oid)
union
select n.nspname, p.proname
  from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 where n.nspname not in ('pg_catalog', 'information_schema')
 order by schema_name, name
