-- Makes a sequence hand out a value next. In the transaction that holds the sequence ROLLBACK takes it back.
-- Privileges: UPDATE on the sequence.  Servers: 13 and newer.  Changes: the sequence.
with args as (
  select ?::text as sequence_name, ?::bigint as next
)
select pg_catalog.setval(args.sequence_name::pg_catalog.regclass, args.next, false) as position
  from args
