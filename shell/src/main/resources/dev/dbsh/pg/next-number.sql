-- The next transaction which writes will have this number or a later one.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint as next
