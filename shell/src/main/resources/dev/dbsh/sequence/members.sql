-- A table and all below it that hold rows, each with the number of relations that a read of it alone locks, and whether
-- it can be read.
-- Privileges: none.  Servers: 13 and newer.
with recursive args as (
  select ?::bigint as table_id, ?::text as column_name
),
members as (
  select args.table_id::oid as id
    from args
  union
  select i.inhrelid
    from members m
         join pg_catalog.pg_inherits i on i.inhparent = m.id
)
select n.nspname as member_schema,
       c.relname as member_name,
       1 + (select pg_catalog.count(*) from pg_catalog.pg_index x where x.indrelid = c.oid) as relations,
       pg_catalog.has_schema_privilege(n.oid, 'usage')
         and pg_catalog.has_column_privilege(c.oid, a.attnum, 'select')
         and not pg_catalog.row_security_active(c.oid) as readable
  from args
       cross join members m
       join pg_catalog.pg_class c on c.oid = m.id and c.relkind <> 'p'
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = args.column_name
 order by c.oid
