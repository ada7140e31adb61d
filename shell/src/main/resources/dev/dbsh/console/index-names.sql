-- The names of indexes that Tab offers, packed into one array for each schema.
-- Privileges: none.  Servers: 13 and newer.
select 'index' as kind,
       n.nspname::text as schema_name,
       pg_catalog.array_agg(c.relname::text) as names
  from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('i', 'I')
       and c.relpersistence <> 't'
       and n.nspname <> 'pg_toast'
       and ((select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII' or (n.nspname || c.relname) ~ '^[ -~]*$')
 group by n.nspname
