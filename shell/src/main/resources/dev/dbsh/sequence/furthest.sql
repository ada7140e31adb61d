-- The stored value furthest along in a column, as one part of a union. {furthest} is max or min. As the whole of its part
-- and not as a value within it, because that takes half the planning.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
select ?::integer as place,
       pg_catalog.{furthest}(t.{column})::text as value
  from {table} t
