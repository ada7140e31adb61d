-- How a sequence is made. Where it stands is the business of the command "sequences".
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id
)
select pg_catalog.format_type(s.seqtypid, null) as type,
       s.seqstart as start_value,
       s.seqmin as min_value,
       s.seqmax as max_value,
       s.seqincrement as increment,
       s.seqcache as cache,
       s.seqcycle as cycles
  from args
       join pg_catalog.pg_sequence s on s.seqrelid = args.id
