-- Which relation a name means, with the operator's own search path.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::pg_catalog.text as name
)
select c.oid::pg_catalog.int8 as id,
       n.nspname as schema_name,
       c.relname as name
  from args
       join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) pg_catalog.to_regclass(args.name)::pg_catalog.oid
       join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
