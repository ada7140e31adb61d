-- The unique indexes that one of some words names, with the table that a partition belongs to and the columns of the key in
-- their order; an expression is an empty text.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as words
)
select distinct
       n.nspname as index_schema,
       i.relname as index_name,
       t.relname as table_name,
       rn.nspname as root_schema,
       r.relname as root_table,
       (select pg_catalog.array_agg(coalesce(a.attname::text, '') order by k.place)
          from pg_catalog.unnest(x.indkey::pg_catalog.int2[]) with ordinality as k (number, place)
               left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = k.number and k.number > 0
         where k.place <= x.indnkeyatts) as columns
  from args
       cross join pg_catalog.unnest(args.words) w (word)
       join pg_catalog.pg_class i on i.relname = w.word::pg_catalog.name
       join pg_catalog.pg_index x on x.indexrelid = i.oid and x.indisunique
       join pg_catalog.pg_class t on t.oid = x.indrelid
       join pg_catalog.pg_namespace n on n.oid = t.relnamespace
       join pg_catalog.pg_class r on r.oid = coalesce(pg_catalog.pg_partition_root(t.oid)::pg_catalog.oid, t.oid)
       join pg_catalog.pg_namespace rn on rn.oid = r.relnamespace
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by n.nspname, i.relname
