-- The time by the server's clock, in milliseconds since 1970.
-- Privileges: none.  Servers: 13 and newer.
select (pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) * 1000)::bigint as milliseconds
