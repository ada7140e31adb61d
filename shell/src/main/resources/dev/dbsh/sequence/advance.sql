-- Hands out so many values of a sequence. It moves in its own direction and phase only, whatever others do meanwhile;
-- ROLLBACK does not take it back.
-- Privileges: USAGE or UPDATE on the sequence.  Servers: 13 and newer.  Changes: the sequence.
with args as (
  select ?::text as sequence_name, ?::bigint as steps
)
select pg_catalog.count(pg_catalog.nextval(args.sequence_name::pg_catalog.regclass)) as handed_out
  from args
       cross join pg_catalog.generate_series(1, args.steps)
