-- Where a sequence stands that no column is compared with, as one part of a union.
-- Privileges: SELECT on the sequence.  Servers: 13 and newer.
with args as (
  select ?::integer as place
)
select args.place,
       s.last_value,
       s.is_called,
       null::text as furthest
  from args
       cross join {sequence} s
