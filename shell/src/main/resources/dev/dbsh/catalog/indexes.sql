-- The indexes of a table, or an index itself. While the table is locked only the columns are told, not the expressions.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id, ?::boolean as locked
)
select n.nspname as schema_name,
       c.relname as name,
       m.amname as method,
       x.indisprimary as is_primary,
       x.indisunique as is_unique,
       x.indisvalid as is_valid,
       (select pg_catalog.array_agg(coalesce(a.attname::text, '(expression)') order by place)
          from pg_catalog.generate_subscripts(x.indkey, 1) place
               left join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[place]
         where place < x.indnkeyatts) as columns,
       case when not args.locked then pg_catalog.pg_get_indexdef(x.indexrelid) end as definition
  from args
       join pg_catalog.pg_index x on args.id in (x.indrelid, x.indexrelid)
       join pg_catalog.pg_class c on c.oid = x.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_am m on m.oid = c.relam
 order by not x.indisprimary, not x.indisunique, c.relname
