-- The columns of some tables, packed into one array for each, in the tables' own order.
-- Asked by their names and their schemas, so that it may find more tables than were meant.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as schemas, ?::text[] as names
)
select n.nspname::text as schema_name,
       c.relname::text as name,
       pg_catalog.array_agg(a.attname::text order by a.attnum) as columns
  from args
       join pg_catalog.pg_class c on c.relname = any (args.names::name[])
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = any (args.schemas::name[])
       join pg_catalog.pg_attribute a on a.attrelid = c.oid
 where a.attnum > 0
       and not a.attisdropped
       and ((select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII' or a.attname ~ '^[ -~]*$')
 group by n.nspname, c.relname
