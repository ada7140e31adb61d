-- Open transactions that have written into tables, or into their children, or are about to; the oldest first. What they
-- wrote is not to be seen before they commit. Of a sequence, those that have taken values from it.
-- Privileges: none.  Servers: 13 and newer.
with recursive args as (
  select ?::bigint[] as table_ids
),
members as (
  select t.id as root, t.id as member
    from args
         cross join pg_catalog.unnest(args.table_ids) t (id)
  union
  select m.root, i.inhrelid::bigint
    from members m
         join pg_catalog.pg_inherits i on i.inhparent::bigint = m.member
)
select m.root as table_id,
       l.virtualtransaction as transaction,
       l.pid,
       a.state,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.xact_start)::bigint as open_seconds
  from members m
       join pg_catalog.pg_locks l
         on l.locktype = 'relation'
            and l.relation::bigint = m.member
            and l.granted
            and l.mode not in ('AccessShareLock', 'RowShareLock', 'ShareUpdateExclusiveLock')
            and l.pid is distinct from pg_catalog.pg_backend_pid()
            and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
       left join pg_catalog.pg_stat_activity a on a.pid = l.pid
 group by 1, 2, 3, 4, 5
 order by 5 desc nulls last, 3
