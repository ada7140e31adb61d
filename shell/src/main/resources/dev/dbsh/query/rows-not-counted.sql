-- The tables whose changes the counters of this transaction do not tell: emptied or redefined ones, those on another
-- server, and all of them while nothing is counted.
-- Privileges: none.  Servers: 13 and newer.
select n.nspname as schema_name,
       c.relname as table_name,
       case
           when c.relkind = 'f' then 'on another server'
           when l.mode = 'AccessExclusiveLock' then 'emptied or redefined'
           else 'track_counts is off'
       end as why
  from pg_catalog.pg_locks l
  join pg_catalog.pg_class c on c.oid = l.relation
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where l.pid = pg_catalog.pg_backend_pid()
   and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
   and (l.mode = 'AccessExclusiveLock' and c.relkind in ('r', 'p', 'm')
        or l.mode = 'RowExclusiveLock' and c.relkind = 'f'
        or l.mode = 'RowExclusiveLock' and c.relkind in ('r', 'p')
           and pg_catalog.current_setting('track_counts') = 'off')
   and n.nspname not like 'pg\_%'
union all
select null, null, 'dropped'
 where exists (select
                 from pg_catalog.pg_locks l
                where l.pid = pg_catalog.pg_backend_pid()
                  and l.database = (select d.oid
                                      from pg_catalog.pg_database d
                                     where d.datname = pg_catalog.current_database())
                  and l.mode = 'AccessExclusiveLock'
                  and l.locktype = 'relation'
                  and not exists (select from pg_catalog.pg_class c where c.oid = l.relation))
 order by 1, 2
