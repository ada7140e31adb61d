-- The stored value that the sequence will meet first: from low to high and a whole number of steps away from next, as
-- one part of a union. {nearest} is min or max. The difference is a numeric: two bigints may be further apart than one holds.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
with args as (
  select ?::integer as place, ?::bigint as low, ?::bigint as high, ?::bigint as next, ?::bigint as increment
)
select args.place,
       (select pg_catalog.{nearest}(t.{column})::text
          from {table} t
         where t.{column} between args.low and args.high
           and (t.{column}::numeric - args.next) % args.increment = 0) as value
  from args
