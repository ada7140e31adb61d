-- What ends with this session: temporary relations, advisory locks, channels listened to, prepared statements, cursors
-- that outlive their transaction.
-- Privileges: none.  Servers: 13 and newer.
select 'temporary tables' as kind,
       c.relname::text as name,
       null as value
  from pg_catalog.pg_class c
 where c.relnamespace = pg_catalog.pg_my_temp_schema()
   and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
union all
select 'advisory locks',
       case l.objsubid
            when 1 then ((l.classid::bigint << 32) | l.objid::bigint)::text
            else pg_catalog.concat(l.classid, ', ', l.objid)
       end,
       null
  from pg_catalog.pg_locks l
 where l.locktype = 'advisory'
   and l.pid = pg_catalog.pg_backend_pid()
   and l.granted
union all
select 'LISTENs',
       c.channel,
       null
  from pg_catalog.pg_listening_channels() c (channel)
union all
select 'prepared statements',
       p.name,
       null
  from pg_catalog.pg_prepared_statements p
 where p.from_sql
union all
select 'cursors',
       c.name,
       null
  from pg_catalog.pg_cursors c
 where c.is_holdable
 order by kind,
          name
