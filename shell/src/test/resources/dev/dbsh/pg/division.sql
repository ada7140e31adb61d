-- A statement that fails.
-- Privileges: none.  Servers: 13 and newer.
select 1 / 0 as never
