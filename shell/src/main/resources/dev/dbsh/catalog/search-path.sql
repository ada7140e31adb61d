-- The schemas in which a name without one is looked for, in their order; run with the operator's own search path.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.current_schemas(true) as schemas
