-- What position.sql reads while nextval writes: the value up to which it has logged.
with args as (
  select ?::integer as place
)
select args.place,
       s.last_value + 32 as last_value,
       true as is_called
  from args
       cross join {sequence} s
