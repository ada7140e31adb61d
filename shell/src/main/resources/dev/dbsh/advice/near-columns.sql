-- The columns of relations that a statement may name: whatever is called as one of its words.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as words
)
select distinct a.attname as name
  from args
       join pg_catalog.pg_class c on c.relname = any (args.words) and c.relkind in ('r', 'p', 'v', 'm', 'f')
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
 order by a.attname
 limit 5000
