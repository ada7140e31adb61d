-- The row-level security policies of a table.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id, ?::boolean as locked
)
select p.polname as name,
       case p.polcmd
         when 'r' then 'select'
         when 'a' then 'insert'
         when 'w' then 'update'
         when 'd' then 'delete'
         when '*' then 'all'
       end as command,
       p.polpermissive as permissive,
       case
         when 0 = any (p.polroles) then array['public']
         else (select pg_catalog.array_agg(r.rolname::text order by r.rolname)
                 from pg_catalog.pg_roles r
                where r.oid = any (p.polroles))
       end as roles,
       case when not args.locked then pg_catalog.pg_get_expr(p.polqual, p.polrelid) end as visible_rows,
       case when not args.locked then pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) end as allowed_rows
  from args
       join pg_catalog.pg_policy p on p.polrelid = args.id
 order by p.polname
