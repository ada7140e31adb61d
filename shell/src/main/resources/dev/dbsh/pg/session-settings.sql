-- What was SET in this session and still holds, but for what holds for a transaction, and for whether it may write; and the
-- application's own settings of those names, which pg_settings does not list. Run with the operator's own search path, because
-- the guards of other statements are settings too; so every operator is qualified.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::pg_catalog.text as own_names
)
select 'settings' as kind,
       s.name as name,
       s.setting as value
  from pg_catalog.pg_settings s
 where s.source operator(pg_catalog.=) 'session'
   and s.name operator(pg_catalog.<>) all (array[
         'default_transaction_read_only',
         'transaction_deferrable',
         'transaction_isolation',
         'transaction_read_only'
       ])
union all
select 'settings',
       own.name,
       pg_catalog.current_setting(own.name, true)
  from args
       cross join pg_catalog.unnest(pg_catalog.string_to_array(args.own_names, E'\n')) own (name)
 where pg_catalog.current_setting(own.name, true) is not null
