-- Takes its time.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.pg_sleep(30)
