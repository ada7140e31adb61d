-- Who may do what with a sequence.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as sequence_schema, ?::text as sequence_name
)
select case when a.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(a.grantee)::text end as role,
       pg_catalog.array_agg(pg_catalog.lower(a.privilege_type) order by a.privilege_type) as privileges
  from args
       join pg_catalog.pg_namespace n on n.nspname = args.sequence_schema
       join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = args.sequence_name
       cross join pg_catalog.aclexplode(coalesce(c.relacl, pg_catalog.acldefault('s', c.relowner))) a
 group by 1
 order by 1
