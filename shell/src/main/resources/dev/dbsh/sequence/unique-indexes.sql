-- The unique indexes of a table that a column is a key of, those on it alone first.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::bigint as table_id, ?::text as column_name
)
select n.nspname as index_schema,
       c.relname as index_name,
       pg_catalog.array_agg(a.attname order by k.place) as columns,
       x.indpred is not null as partial,
       x.indexprs is not null as computed,
       x.indisvalid as valid
  from args
       join pg_catalog.pg_index x on x.indrelid = args.table_id::oid and x.indisunique
       join pg_catalog.pg_class c on c.oid = x.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       cross join pg_catalog.unnest(x.indkey::int2[]) with ordinality k (number, place)
       join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.number
 where k.place <= x.indnkeyatts
 group by args.column_name, n.nspname, c.relname, x.indpred is not null, x.indexprs is not null, x.indisvalid
having pg_catalog.bool_or(a.attname = args.column_name)
 order by pg_catalog.count(*), n.nspname, c.relname
