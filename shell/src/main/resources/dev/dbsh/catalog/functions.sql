-- Functions, procedures, aggregates and window functions.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as schema_like, ?::text as name_like, ?::text as schema_name
)
select n.nspname as schema_name,
       p.proname as name,
       pg_catalog.pg_get_function_arguments(p.oid) as arguments,
       pg_catalog.pg_get_function_result(p.oid) as returns,
       case p.prokind when 'f' then 'function' when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' end
         as kind
  from args
       cross join pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 where n.nspname not in ('pg_catalog', 'information_schema')
   and not pg_catalog.pg_is_other_temp_schema(n.oid)
   and n.nspname like args.schema_like
   and p.proname like args.name_like
   and (args.schema_name is null or n.nspname = args.schema_name)
 order by n.nspname, p.proname, arguments
