-- The names of types, databases, tablespaces, extensions and settings that Tab offers, packed into one array for each kind and schema.
-- The types of tables' rows and of arrays are left out.
-- Privileges: none.  Servers: 13 and newer.
select 'type' as kind,
       n.nspname::text as schema_name,
       pg_catalog.array_agg(t.typname::text) as names
  from pg_catalog.pg_type t
       join pg_catalog.pg_namespace n on n.oid = t.typnamespace
 where t.typtype <> 'p'
       and t.typcategory <> 'A'
       and (t.typrelid = 0 or exists (select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
       and ((select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII' or (n.nspname || t.typname) ~ '^[ -~]*$')
 group by n.nspname
union all
select 'database',
       '',
       pg_catalog.array_agg(d.datname::text)
  from pg_catalog.pg_database d
 where d.datname ~ '^[ -~]*$' or (select pg_catalog.getdatabaseencoding()) <> 'SQL_ASCII'
union all
select 'tablespace',
       '',
       pg_catalog.array_agg(s.spcname::text)
  from pg_catalog.pg_tablespace s
union all
select 'extension',
       '',
       pg_catalog.array_agg(e.extname::text)
  from pg_catalog.pg_extension e
union all
select 'setting',
       '',
       pg_catalog.array_agg(s.name)
  from pg_catalog.pg_settings s
