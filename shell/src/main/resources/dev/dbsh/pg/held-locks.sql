-- What another session's open transaction holds that others may wait for: relations of any kind but the catalog's, advisory
-- locks, and a number of its own once it has written. Asked from a session beside; the limit is the one that both began with.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::integer as pid
)
select distinct
       l.locktype as kind,
       n.nspname as schema_name,
       c.relname as relation_name,
       (select s.setting::bigint
          from pg_catalog.pg_settings s
         where s.name = 'idle_in_transaction_session_timeout') as limit_milliseconds
  from args
       join pg_catalog.pg_locks l on l.pid = args.pid
       left join pg_catalog.pg_class c on l.locktype = 'relation'
                                      and l.database = (select d.oid
                                                          from pg_catalog.pg_database d
                                                         where d.datname = pg_catalog.current_database())
                                      and c.oid = l.relation
                                      and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where l.granted
   and (l.locktype in ('transactionid', 'advisory')
        or n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema'))
 order by l.locktype,
          n.nspname,
          c.relname
