-- Where a sequence stands, and the stored value furthest along its direction, as one part of a union.
-- {furthest} is the function max or min. The rows are seen as of the statement's start and the sequence as of later, so
-- a value that it handed out meanwhile is never counted against it. Read from the sequence itself: pg_sequences is null
-- while is_called is false, and waits for an open ALTER SEQUENCE.
-- Privileges: SELECT on the sequence and on the column.  Servers: 13 and newer.
with args as (
  select ?::integer as place
)
select args.place,
       s.last_value,
       s.is_called,
       (select pg_catalog.{furthest}(t.{column})::text from {table} t) as furthest
  from args
       cross join {sequence} s
