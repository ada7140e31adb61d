-- Where a sequence stands, as one part of a union. Read from the sequence itself: pg_sequences is null while is_called is
-- false, and waits for an open ALTER SEQUENCE.
-- Privileges: SELECT on the sequence.  Servers: 13 and newer.
with args as (
  select ?::integer as place
)
select args.place,
       s.last_value,
       s.is_called
  from args
       cross join {sequence} s
