-- As first-collision.sql, for a table with children of its own: its unique indexes do not reach into them.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
with args as (
  select ?::integer as place, ?::bigint as low, ?::bigint as high, ?::bigint as next, ?::bigint as increment
)
select args.place,
       (select pg_catalog.{nearest}(t.{column})::text
          from only {table} t
         where t.{column} between args.low and args.high
           and (t.{column}::numeric - args.next) % args.increment = 0) as value
  from args
