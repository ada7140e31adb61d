-- The column of a unique key that has no other.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as schema_name, ?::text as table_name, ?::text as key_name
)
select a.attname as name
  from args
       join pg_catalog.pg_namespace n on n.nspname = args.schema_name
       join pg_catalog.pg_class t on t.relnamespace = n.oid and t.relname = args.table_name
       join pg_catalog.pg_index x on x.indrelid = t.oid and x.indnkeyatts = 1
       join pg_catalog.pg_class i on i.oid = x.indexrelid and i.relname = args.key_name
       join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
