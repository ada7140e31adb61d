-- The names of indexes that Tab offers, as one text for each schema: behind each name a line break and a blank, and a line break in a name doubled.
-- Privileges: none.  Servers: 13 and newer.
with indexes as (
  select c.relnamespace,
         pg_catalog.string_agg(pg_catalog.replace(c.relname::text, E'\n', E'\n\n') || E'\n ', '') as names
    from pg_catalog.pg_class c
   where c.relkind in ('i', 'I')
         and c.relpersistence <> 't'
         and ((select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII' or c.relname ~ '^[ -~]*$')
   group by c.relnamespace
)
select 'index' as kind,
       n.nspname::text as schema_name,
       i.names
  from indexes i
       join pg_catalog.pg_namespace n on n.oid = i.relnamespace
 where n.nspname <> 'pg_toast'
       and ((select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII' or n.nspname ~ '^[ -~]*$')
