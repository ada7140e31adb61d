-- The advisory locks that this session has, by their keys as they are given.
-- Privileges: none.  Servers: 13 and newer.
select case
           when l.objsubid = 1 then ((l.classid::pg_catalog.int8 << 32) | l.objid::pg_catalog.int8)::pg_catalog.text
           else pg_catalog.concat((l.classid::pg_catalog.int8 << 32) >> 32, ', ', (l.objid::pg_catalog.int8 << 32) >> 32)
       end as key
  from pg_catalog.pg_locks l
 where l.pid = pg_catalog.pg_backend_pid()
   and l.locktype = 'advisory'
   and l.granted
 order by 1
