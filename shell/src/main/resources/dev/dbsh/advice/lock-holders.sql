-- Who has locks now on the relations that a statement may name, the strongest locks and the oldest transactions first.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as words, ?::boolean as readers
)
select n.nspname as schema_name,
       c.relname as name,
       l.pid,
       a.usename as user_name,
       a.application_name,
       a.state,
       l.mode
  from args
       join pg_catalog.pg_class c on c.relname = any (args.words) and c.relkind in ('r', 'p', 'm', 'f', 'S')
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname <> 'pg_catalog'
       join pg_catalog.pg_locks l
         on l.locktype = 'relation'
            and l.relation = c.oid
            and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
       left join pg_catalog.pg_stat_activity a on a.pid = l.pid
 where l.granted
   and l.pid is distinct from pg_catalog.pg_backend_pid()
   and (args.readers or l.mode <> 'AccessShareLock')
 order by pg_catalog.array_position(
            array['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock',
                  'ShareUpdateExclusiveLock', 'RowExclusiveLock', 'RowShareLock', 'AccessShareLock'],
            l.mode),
          a.xact_start
 limit 3
