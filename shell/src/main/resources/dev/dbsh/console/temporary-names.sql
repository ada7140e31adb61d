-- The session's own temporary tables, as one text for each kind: behind each name a line break and a blank, and a line break in a name doubled.
-- Privileges: none.  Servers: 13 and newer.
select case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end as kind,
       n.nspname::text as schema_name,
       pg_catalog.string_agg(pg_catalog.replace(c.relname::text, E'\n', E'\n\n') || E'\n ', '') as names
  from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relnamespace = pg_catalog.pg_my_temp_schema()
       and c.relkind in ('r', 'p', 'f', 'v', 'S')
       and ((select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII' or c.relname ~ '^[ -~]*$')
 group by 1, 2
