-- The names of types, databases, tablespaces, extensions and settings that Tab offers, as one text for each kind and schema: behind each name a line break and a blank, and a line break in a name doubled.
-- The types of tables' rows and of arrays are left out.
-- Privileges: none.  Servers: 13 and newer.
with names as (
  select 'type' as kind,
         n.nspname::text as schema_name,
         t.typname::text as name
    from pg_catalog.pg_type t
         join pg_catalog.pg_namespace n on n.oid = t.typnamespace
   where t.typtype <> 'p'
         and t.typcategory <> 'A'
         and (t.typrelid = 0
              or exists (select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
  union all
  select 'database', '', d.datname::text from pg_catalog.pg_database d
  union all
  select 'tablespace', '', s.spcname::text from pg_catalog.pg_tablespace s
  union all
  select 'extension', '', e.extname::text from pg_catalog.pg_extension e
  union all
  select 'setting', '', s.name from pg_catalog.pg_settings s
)
select names.kind,
       names.schema_name,
       pg_catalog.string_agg(pg_catalog.replace(names.name, E'\n', E'\n\n') || E'\n ', '') as names
  from names
 where (select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII'
       or (names.schema_name || names.name) ~ '^[ -~]*$'
 group by names.kind, names.schema_name
