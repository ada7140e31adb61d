-- The longest row of numbers without a gap among the stored values from low to high, of a million of them at most, as one
-- part of a union: values that a sequence has not handed out yet were written by somebody who gave them explicitly.
-- Privileges: SELECT on the column.  Servers: 13 and newer.
with args as (
  select ?::integer as place, ?::bigint as low, ?::bigint as high
),
ahead as (
  select args.place, t.{column}::numeric as value
    from args
         cross join {table} t
   where t.{column} between args.low and args.high
   order by t.{column}
   limit 1000000
),
islands as (
  select a.place,
         a.value,
         a.value - pg_catalog.row_number() over (order by a.value) as island
    from (select distinct ahead.place, ahead.value from ahead) a
)
select i.place,
       pg_catalog.min(i.value)::text as first_value,
       pg_catalog.max(i.value)::text as last_value,
       pg_catalog.count(*) as stored_values
  from islands i
 group by i.place, i.island
 order by 4 desc, pg_catalog.min(i.value)
 limit 1
