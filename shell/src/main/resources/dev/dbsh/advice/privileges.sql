-- What the current role may do with the relations that a statement may name.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as words
)
select n.nspname as schema_name,
       c.relname as name,
       c.relkind = 'S' as sequence,
       pg_catalog.has_schema_privilege(n.oid, 'usage') as schema_usable,
       case
         when c.relkind = 'S' then pg_catalog.has_sequence_privilege(c.oid, 'usage')
         else pg_catalog.has_table_privilege(c.oid, 'select')
       end as readable,
       c.relkind <> 'S' and pg_catalog.has_table_privilege(c.oid, 'insert') as insertable,
       c.relkind <> 'S' and pg_catalog.has_table_privilege(c.oid, 'update') as updatable,
       c.relkind <> 'S' and pg_catalog.has_table_privilege(c.oid, 'delete') as deletable,
       c.relkind <> 'S' and pg_catalog.has_table_privilege(c.oid, 'truncate') as truncatable
  from args
       join pg_catalog.pg_class c on c.relname = any (args.words) and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
 order by pg_catalog.array_position(args.words, c.relname::text), n.nspname
 limit 20
