-- The columns of a unique key in their order, null for an expression, with the table that a partition belongs to.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as schema_name, ?::text as table_name, ?::text as key_name
)
select a.attname as name,
       rn.nspname as root_schema,
       r.relname as root_table
  from args
       join pg_catalog.pg_namespace n on n.nspname = args.schema_name
       join pg_catalog.pg_class t on t.relnamespace = n.oid and t.relname = args.table_name
       join pg_catalog.pg_class r on r.oid = coalesce(pg_catalog.pg_partition_root(t.oid)::pg_catalog.oid, t.oid)
       join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
       join pg_catalog.pg_index x on x.indrelid = t.oid
       join pg_catalog.pg_class i on i.oid = x.indexrelid and i.relname = args.key_name
       cross join pg_catalog.unnest(x.indkey::pg_catalog.int2[]) with ordinality as k (number, place)
       left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = k.number and k.number > 0
 where k.place <= x.indnkeyatts
 order by k.place
