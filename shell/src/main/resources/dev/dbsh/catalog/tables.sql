-- Tables, views and the like with what the server last counted. The real size would wait for whoever locks the table, so
-- it is told in the pages that the last VACUUM or ANALYZE saw: with indexes and TOAST, and for partitions all together.
-- Privileges: none.  Servers: 13 and newer.
with recursive args as (
  select ?::text as schema_like, ?::text as name_like, ?::text as schema_name
),
index_pages as (
  select x.indrelid as id, pg_catalog.sum(c.relpages) as pages
    from pg_catalog.pg_index x
         join pg_catalog.pg_class c on c.oid = x.indexrelid
   group by x.indrelid
),
counted as (
  select c.oid as id,
         case when c.reltuples > 0 then c.reltuples::bigint
              when c.relpages > 0 then 0
              else nullif(pg_catalog.pg_stat_get_live_tuples(c.oid), 0)
         end as rows,
         case
           when c.relpages > 0 or c.reltuples > 0
           then c.relpages + coalesce(i.pages, 0) + coalesce(t.relpages, 0) + coalesce(ti.pages, 0)
         end as pages
    from pg_catalog.pg_class c
         left join index_pages i on i.id = c.oid
         left join pg_catalog.pg_class t on t.oid = c.reltoastrelid
         left join index_pages ti on ti.id = t.oid
   where c.relkind in ('r', 'm')
),
members as (
  select c.oid as root, c.oid as member
    from pg_catalog.pg_class c
   where c.relkind in ('r', 'p', 'm')
  union all
  select m.root, i.inhrelid
    from members m
         join pg_catalog.pg_class c on c.oid = m.member and c.relkind = 'p'
         join pg_catalog.pg_inherits i on i.inhparent = m.member
),
sums as (
  select m.root, pg_catalog.sum(counted.rows) as rows, pg_catalog.sum(counted.pages) as pages
    from members m
         join counted on counted.id = m.member
   group by m.root
)
select n.nspname as schema_name,
       c.relname as name,
       c.relkind::text as kind,
       c.relispartition as partition,
       case when c.relkind = 'f' and c.reltuples > 0 then c.reltuples::bigint else sums.rows::bigint end as rows_estimate,
       (sums.pages * pg_catalog.current_setting('block_size')::bigint)::bigint as size_bytes,
       pg_catalog.has_schema_privilege(n.oid, 'usage') and pg_catalog.has_table_privilege(c.oid, 'select') as readable
  from args
       cross join pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join sums on sums.root = c.oid
 where c.relkind in ('r', 'p', 'v', 'm', 'f')
   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   and not pg_catalog.pg_is_other_temp_schema(n.oid)
   and n.nspname like args.schema_like
   and c.relname like args.name_like
   and (args.schema_name is null or n.nspname = args.schema_name)
 order by n.nspname, c.relname
