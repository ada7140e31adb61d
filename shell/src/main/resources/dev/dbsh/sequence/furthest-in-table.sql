-- As furthest.sql, without the table's children.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
select ?::integer as place,
       pg_catalog.{furthest}(t.{column})::text as value
  from only {table} t
