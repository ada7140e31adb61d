-- The ids of a table up to a limit.
-- Privileges: SELECT on the table.  Servers: 13 and newer.
with args as (
  select ?::bigint as most
)
select t.id from args cross join {table} t where t.id <= args.most order by t.id
