-- The other sessions that are connected to this database: each may hold values that a sequence handed out in advance. One
-- that has given them back with its last statement is known by that, as long as it does nothing else.
-- Privileges: none; of others' sessions without pg_monitor the pid alone.  Servers: 13 and newer.
select a.pid,
       pg_catalog.date_part('epoch', a.backend_start)::text as started,
       a.application_name,
       coalesce(a.state = 'idle' and a.query ~* '^[[:space:]]*discard[[:space:]]+(all|sequences)[[:space:];]*$', false)
         as emptied
  from pg_catalog.pg_stat_activity a
 where a.datname = pg_catalog.current_database()
   and a.pid <> pg_catalog.pg_backend_pid()
   and coalesce(a.backend_type, 'client backend') = 'client backend'
 order by a.pid
