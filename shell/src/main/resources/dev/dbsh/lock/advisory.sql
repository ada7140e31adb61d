-- Advisory locks of the server, those that somebody waits for last; what their holders run is left out.
-- Privileges: none; pg_read_all_stats shows what state others are in.  Servers: 13 and newer.
select l.pid,
       d.datname::text as database,
       l.classid::bigint as class_number,
       l.objid::bigint as object_number,
       l.objsubid as object_part,
       l.mode,
       l.granted,
       a.usename::text as user_name,
       a.application_name,
       pg_catalog.host(a.client_addr) as client,
       a.state,
       (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.state_change) * 1000)::bigint as state_age
  from pg_catalog.pg_locks l
       left join pg_catalog.pg_database d on d.oid = l.database
       left join pg_catalog.pg_stat_activity a on a.pid = l.pid
 where l.locktype = 'advisory'
 order by d.datname, l.objsubid, l.classid::bigint, l.objid::bigint, l.granted desc, l.pid
