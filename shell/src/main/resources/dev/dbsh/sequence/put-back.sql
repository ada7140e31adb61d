-- Puts a sequence where it stood. In the transaction that holds the sequence ROLLBACK takes it back.
-- Privileges: UPDATE on the sequence.  Servers: 13 and newer.  Changes: the sequence.
with args as (
  select ?::text as sequence_name, ?::bigint as last_value, ?::boolean as is_called
)
select pg_catalog.setval(args.sequence_name::pg_catalog.regclass, args.last_value, args.is_called) as position
  from args
