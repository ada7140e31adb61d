-- Schemas with how much is in them and whether the role may look inside.
-- Privileges: none.  Servers: 13 and newer.
with tables as (
  select c.relnamespace as id, pg_catalog.count(*) as count
    from pg_catalog.pg_class c
   where c.relkind in ('r', 'p', 'v', 'm', 'f')
   group by c.relnamespace
),
functions as (
  select p.pronamespace as id, pg_catalog.count(*) as count from pg_catalog.pg_proc p group by p.pronamespace
)
select n.nspname as name,
       pg_catalog.pg_get_userbyid(n.nspowner) as owner,
       coalesce(tables.count, 0) as tables,
       coalesce(functions.count, 0) as functions,
       pg_catalog.has_schema_privilege(n.oid, 'usage') as usable,
       pg_catalog.obj_description(n.oid, 'pg_namespace') as comment
  from pg_catalog.pg_namespace n
       left join tables on tables.id = n.oid
       left join functions on functions.id = n.oid
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   and n.nspname not like 'pg\_temp\_%'
   and n.nspname not like 'pg\_toast\_temp\_%'
 order by n.nspname
