-- What became of a transaction: in progress, committed, aborted; null when the server has forgotten it.
-- Fails for a number that the server has not given yet.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::bigint as transaction_number
)
select pg_catalog.pg_xact_status(args.transaction_number::text::xid8) as status
  from args
