-- Who has a lock on a relation of this database, or waits for one, the oldest transactions first.
-- Privileges: none; pg_read_all_stats shows what others run.  Servers: 13 and newer.
with args as (
  select ?::bigint as relation_id, ?::integer[] as own
)
select l.pid,
       p.gid,
       l.mode,
       l.granted,
       a.usename::text as user_name,
       a.application_name,
       pg_catalog.host(a.client_addr) as client,
       a.datname::text as database,
       a.state,
       a.backend_type,
       (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - coalesce(a.xact_start, p.prepared)) * 1000)::bigint
         as transaction_age,
       coalesce(a.query = '<insufficient privilege>', l.pid is not null) as hidden,
       nullif(a.query, '<insufficient privilege>') as query
  from args
       join pg_catalog.pg_locks l
         on l.locktype = 'relation'
            and l.relation = args.relation_id::oid
            and l.database in (0, (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()))
       left join pg_catalog.pg_stat_activity a on a.pid = l.pid
       left join pg_catalog.pg_locks x
         on l.pid is null
            and x.pid is null
            and x.locktype = 'transactionid'
            and x.virtualtransaction = l.virtualtransaction
       left join pg_catalog.pg_prepared_xacts p on p.transaction = x.transactionid
 where l.pid is distinct from pg_catalog.pg_backend_pid()
   and (l.pid is null or l.pid <> all (args.own))
 order by l.granted desc, coalesce(a.xact_start, p.prepared), l.pid
