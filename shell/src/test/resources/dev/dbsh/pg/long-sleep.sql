-- A statement that has not ended yet.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.pg_sleep(600)::text as slept
