-- How many other sessions are connected to this database: each may hold values that a sequence handed out in advance.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.count(*) as sessions
  from pg_catalog.pg_stat_activity a
 where a.datname = pg_catalog.current_database()
   and a.pid <> pg_catalog.pg_backend_pid()
   and coalesce(a.backend_type, 'client backend') = 'client backend'
