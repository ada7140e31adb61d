-- How a sequence is made.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as sequence_schema, ?::text as sequence_name
)
select pg_catalog.format_type(s.seqtypid, null) as type,
       s.seqstart as start_value,
       s.seqmin as min_value,
       s.seqmax as max_value,
       s.seqincrement as increment,
       s.seqcache as cache,
       s.seqcycle as cycles,
       pg_catalog.pg_get_userbyid(c.relowner) as owner,
       case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' else 'temporary' end as persistence
  from args
       join pg_catalog.pg_namespace n on n.nspname = args.sequence_schema
       join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = args.sequence_name
       join pg_catalog.pg_sequence s on s.seqrelid = c.oid
