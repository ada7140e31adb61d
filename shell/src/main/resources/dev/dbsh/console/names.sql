-- Every name that Tab offers, packed into one array for each kind and schema: a row each would take several times the memory.
-- Temporary objects and those beside a toasted value are left out. Which schemas are looked through is the session's own default, as this statement has none.
-- Privileges: none.  Servers: 13 and newer.
select case
         when c.relkind in ('r', 'p', 'f') then 'table'
         when c.relkind in ('v', 'm') then 'view'
         else 'sequence'
       end as kind,
       n.nspname::text as schema_name,
       pg_catalog.array_agg(c.relname::text) as names
  from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
       and c.relpersistence <> 't'
       and n.nspname <> 'pg_toast'
 group by 1, 2
union all
select 'function',
       n.nspname::text,
       pg_catalog.array_agg(distinct p.proname::text)
  from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 group by 2
union all
select 'schema',
       '',
       pg_catalog.array_agg(n.nspname::text)
  from pg_catalog.pg_namespace n
 where n.nspname <> 'pg_toast'
       and n.nspname !~ '^pg_(toast_)?temp_'
union all
select 'role',
       '',
       pg_catalog.array_agg(r.rolname::text)
  from pg_catalog.pg_roles r
union all
select 'path',
       session_user::text,
       array[s.reset_val]
  from pg_catalog.pg_settings s
 where s.name = 'search_path'
