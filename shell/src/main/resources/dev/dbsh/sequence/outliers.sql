-- The first few stored values from low to high, or from high to low, as one part of a union.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
with args as (
  select ?::integer as place, ?::bigint as low, ?::bigint as high, ?::boolean as ascending
),
found as (
  select args.place, t.{column}::numeric as value, args.ascending
    from args
         cross join {table} t
   where t.{column} between args.low and args.high
   order by case when args.ascending then t.{column}::numeric else -t.{column}::numeric end
   limit 10
)
select f.place,
       pg_catalog.array_agg(f.value::text order by case when f.ascending then f.value else -f.value end) as stored_values
  from found f
 group by f.place
