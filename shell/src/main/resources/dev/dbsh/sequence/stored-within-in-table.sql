-- As stored-within.sql, without the table's children.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
with args as (
  select ?::integer as place, ?::bigint as low, ?::bigint as high
)
select args.place,
       (select pg_catalog.{furthest}(t.{column})::text
          from only {table} t
         where t.{column} between args.low and args.high) as value
  from args
