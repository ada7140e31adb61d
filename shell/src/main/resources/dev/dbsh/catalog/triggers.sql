-- The triggers of a table but those that the server makes for constraints. A condition is written with the table's columns.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id, ?::boolean as locked
)
select t.tgname as name,
       case t.tgenabled
         when 'O' then 'on'
         when 'D' then 'off'
         when 'R' then 'on replica only'
         when 'A' then 'always'
       end as enabled,
       pn.nspname as function_schema,
       p.proname as function_name,
       case when t.tgqual is null or not args.locked then pg_catalog.pg_get_triggerdef(t.oid) end as definition
  from args
       join pg_catalog.pg_trigger t on t.tgrelid = args.id and not t.tgisinternal
       join pg_catalog.pg_proc p on p.oid = t.tgfoid
       join pg_catalog.pg_namespace pn on pn.oid = p.pronamespace
 order by t.tgname
