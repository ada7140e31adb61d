-- Which server, database and process this is, whatever the way here was.
-- The timeline is the first part of the name of the file that the server writes now.
-- Privileges: EXECUTE on pg_control_system, which everybody has unless it was taken.  Servers: 13 and newer.
select c.system_identifier::text as system_identifier,
       d.oid::bigint as database_oid,
       case when not pg_catalog.pg_is_in_recovery()
            then pg_catalog.substr(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()), 1, 8)
       end as timeline,
       (pg_catalog.date_part('epoch', a.backend_start) * 1000000)::bigint as backend_started
  from pg_catalog.pg_control_system() c
       cross join pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid()) a
       join pg_catalog.pg_database d on d.datname = pg_catalog.current_database()
