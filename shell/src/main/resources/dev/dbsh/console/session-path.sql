-- In which schemas the session looks for names, by the operator's own search path.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.current_schemas(true) as schemas
