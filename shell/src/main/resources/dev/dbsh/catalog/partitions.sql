-- The tables right below a partitioned table or an inheritance parent, and those right above it.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id
)
select n.nspname as schema_name,
       c.relname as name,
       i.inhparent = args.id as below,
       pg_catalog.pg_get_expr((case when i.inhparent = args.id then c else self end).relpartbound, 0) as bound
  from args
       join pg_catalog.pg_class self on self.oid = args.id
       join pg_catalog.pg_inherits i on args.id in (i.inhparent, i.inhrelid)
       join pg_catalog.pg_class c on c.oid = case when i.inhparent = args.id then i.inhrelid else i.inhparent end
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 order by below, n.nspname, c.relname
