-- Stands for a walk through a big table.
-- Privileges: none.  Servers: 13 and newer.
select ?::integer as place, pg_catalog.pg_sleep(60)::text as value
