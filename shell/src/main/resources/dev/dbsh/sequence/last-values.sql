-- The last values of many sequences at once: of those that have handed one out, and that nobody is changing, for which
-- the function would wait.
-- Privileges: SELECT or USAGE on the sequences; others are left out.  Servers: 13 and newer.
with args as (
  select ?::bigint[] as sequence_ids
),
held as materialized (
  select l.relation as id
    from pg_catalog.pg_locks l
   where l.locktype = 'relation'
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
     and l.mode not in ('AccessShareLock', 'RowShareLock', 'RowExclusiveLock')
     and l.pid is distinct from pg_catalog.pg_backend_pid()
)
select s.seqrelid::bigint as sequence_id,
       pg_catalog.pg_sequence_last_value(s.seqrelid) as last_value
  from args
       cross join pg_catalog.unnest(args.sequence_ids) ids (id)
       join pg_catalog.pg_sequence s on s.seqrelid = ids.id::oid
 where s.seqrelid not in (select held.id from held)
   and case when pg_catalog.has_sequence_privilege(s.seqrelid, 'select, usage') then true end
