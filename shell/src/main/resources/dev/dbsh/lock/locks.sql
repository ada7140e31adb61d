-- Sessions and prepared transactions that wait for a lock or have one that is waited for; on demand all that have locks.
-- Who blocks is asked for waiters only: the server stops its lock tables for each. Innocent holders are left to the caller.
-- Privileges: none; pg_read_all_stats shows what others run.  Servers: 13 and newer.
with args as (
  select ?::boolean as everyone, ?::integer[] as own
),
here as (
  select d.oid, d.datname from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()
),
locks as materialized (
  select l.*,
         pg_catalog.format('%s/%s/%s/%s/%s/%s/%s/%s/%s/%s', l.locktype, l.database, l.relation, l.page, l.tuple, l.virtualxid,
                           l.transactionid, l.classid, l.objid, l.objsubid) as tag
    from pg_catalog.pg_locks l
),
activity as materialized (
  select a.* from pg_catalog.pg_stat_activity a
),
waiting as materialized (
  select l.*,
         -- before 14 there is no such column
         (pg_catalog.to_jsonb(l) ->> 'waitstart')::timestamptz as since,
         pg_catalog.pg_blocking_pids(l.pid) as blockers
    from locks l
   where not l.granted and l.pid is not null
),
direct as materialized (
  select w.pid from waiting w
  union
  select l.pid
    from locks l
         cross join args
   where l.granted
     and l.pid is not null
     and (args.everyone or l.tag in (select w.tag from waiting w))
),
involved as (
  select d.pid from direct d
  union
  select a.leader_pid from activity a where a.leader_pid is not null and a.pid in (select d.pid from direct d)
),
workers as (
  select a.leader_pid as pid, pg_catalog.count(*) as number
    from activity a
   where a.leader_pid is not null and a.leader_pid <> a.pid
   group by 1
),
rows_locked as (
  select distinct on (l.pid) l.pid, l.database, l.relation, l.page, l.tuple
    from locks l
   where l.locktype = 'tuple' and l.granted and l.pid is not null
   order by l.pid
),
on_tables as (
  select l.pid,
         l.relation,
         pg_catalog.bool_or(l.mode = 'RowShareLock')
           and not pg_catalog.bool_or(l.mode not in ('AccessShareLock', 'RowShareLock')) as locks_rows_only
    from locks l
   where l.locktype = 'relation' and l.granted and l.pid is not null
   group by 1, 2
),
holdings as (
  select l.pid,
         pg_catalog.array_agg(distinct
           l.mode || ' on ' || coalesce(l.relation::regclass::text, l.locktype)) as held
    from locks l
         cross join args
         cross join here
         left join pg_catalog.pg_class c on c.oid = l.relation and l.database = here.oid
         left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where args.everyone
     and l.granted
     and (l.locktype = 'advisory' or l.locktype = 'relation' and c.relkind not in ('i', 'I', 't') and n.nspname <> 'pg_catalog')
   group by l.pid
),
prepared as (
  select p.gid, p.owner, p.database, p.prepared,
         pg_catalog.array_agg(h.tag || ' ' || h.mode) filter (where h.tag is not null) as tags
    from pg_catalog.pg_prepared_xacts p
         cross join args
         left join locks x on x.pid is null and x.locktype = 'transactionid' and x.transactionid = p.transaction
         left join locks h on h.pid is null
                          and h.granted
                          and h.virtualtransaction = x.virtualtransaction
                          and h.tag in (select w.tag from waiting w)
   where args.everyone or h.tag is not null
   group by 1, 2, 3, 4
)
select i.pid,
       null::text as gid,
       null::text[] as tags,
       coalesce(a.leader_pid, i.pid) as leader,
       coalesce(k.number, 0) as workers,
       i.pid = pg_catalog.pg_backend_pid() or i.pid = any (args.own) as own,
       w.blockers,
       w.locktype,
       w.mode,
       w.tag,
       (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - w.since) * 1000)::bigint as waited,
       t.pid is not null as row_known,
       coalesce(o.locks_rows_only, false) as locks_rows_only,
       coalesce(w.relation, t.relation)::bigint as relation,
       n.nspname as relation_schema,
       c.relname as relation_name,
       coalesce(w.page, t.page) as page,
       coalesce(w.tuple, t.tuple) as tuple,
       w.virtualxid,
       coalesce(w.transactionid::text, case when w.locktype = 'spectoken' then w.database::text end) as xid,
       w.classid::bigint as class_number,
       w.objid::bigint as object_number,
       w.objsubid as object_part,
       case when w.locktype <> 'object' or w.database not in (here.oid, 0) then null
            when w.classid = 'pg_catalog.pg_database'::regclass
            then 'database ' || (select d.datname from pg_catalog.pg_database d where d.oid = w.objid)
            when w.classid = 'pg_catalog.pg_authid'::regclass then 'role ' || w.objid::regrole::text
            when w.classid = 'pg_catalog.pg_namespace'::regclass then 'schema ' || w.objid::regnamespace::text
            when w.classid = 'pg_catalog.pg_proc'::regclass then 'function ' || w.objid::regprocedure::text
            when w.classid = 'pg_catalog.pg_type'::regclass then 'type ' || w.objid::regtype::text
       end as object_words,
       w.classid::regclass::text as class_words,
       case when w.locktype not in ('virtualxid', 'transactionid', 'spectoken') and w.database not in (here.oid, 0)
            then (select d.datname from pg_catalog.pg_database d where d.oid = w.database)
            when t.database not in (here.oid, 0)
            then (select d.datname from pg_catalog.pg_database d where d.oid = t.database)
       end as elsewhere,
       a.state,
       a.backend_type,
       a.usename::text as user_name,
       a.application_name,
       pg_catalog.host(a.client_addr) as client,
       a.datname::text as database,
       (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.xact_start) * 1000)::bigint as transaction_age,
       (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.query_start) * 1000)::bigint as query_age,
       coalesce(a.query = '<insufficient privilege>', true) as hidden,
       nullif(a.query, '<insufficient privilege>') as query,
       case when b.datname = here.datname then nullif(b.index_relid, 0)::regclass::text end as index_name,
       g.held,
       case when pg_catalog.current_setting('is_superuser') = 'on' then true
            when coalesce((select r.rolsuper from pg_catalog.pg_roles r where r.oid = a.usesysid), true) then false
            else pg_catalog.pg_has_role(a.usesysid, 'usage') or pg_catalog.pg_has_role('pg_signal_backend', 'usage')
       end as may_end
  from involved i
       cross join args
       cross join here
       left join activity a on a.pid = i.pid
       left join waiting w on w.pid = i.pid
       left join rows_locked t on t.pid = w.pid and w.locktype = 'transactionid'
       left join on_tables o on o.pid = w.blockers[1] and o.relation = t.relation
       left join pg_catalog.pg_class c
         on c.oid = coalesce(w.relation, t.relation) and coalesce(w.database, 0) in (here.oid, 0)
        and coalesce(t.database, 0) in (here.oid, 0)
       left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       left join workers k on k.pid = i.pid
       left join pg_catalog.pg_stat_progress_create_index b on b.pid = i.pid
       left join holdings g on g.pid = i.pid
union all
select null, p.gid, p.tags, null, 0, false, null, null, null, null, null, false, false, null, null, null, null, null, null,
       null, null, null, null, null, null, null, 'prepared', 'prepared transaction', p.owner::text, null, null,
       p.database::text,
       (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - p.prepared) * 1000)::bigint, null, false, null, null, null,
       pg_catalog.current_setting('is_superuser') = 'on' or p.owner = current_user
  from prepared p
