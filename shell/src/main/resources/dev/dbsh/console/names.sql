-- The names that Tab offers most, as one text for each kind and schema: a row each would take several times the memory.
-- Behind each name is a line break and a blank; a line break in a name is doubled.
-- Temporary objects and those beside a toasted value are left out; where the server does not know what its bytes stand for, names beyond ASCII; and the functions that the server has for itself, behind types, operators and aggregates.
-- Which schemas are looked through is the session's own default, as this statement has none.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select pg_catalog.getdatabaseencoding() = 'SQL_ASCII' as is_bytes
),
relations as (
  select c.relkind,
         c.relnamespace,
         pg_catalog.string_agg(pg_catalog.replace(c.relname::text, E'\n', E'\n\n') || E'\n ', '') as names
    from pg_catalog.pg_class c
   where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
         and c.relpersistence <> 't'
         and (not (select args.is_bytes from args) or c.relname ~ '^[ -~]*$')
   group by c.relkind, c.relnamespace
),
functions as (
  select distinct
         p.prokind = 'p' as is_procedure,
         p.pronamespace,
         p.proname::text as name
    from pg_catalog.pg_proc p
   where (not (select args.is_bytes from args) or p.proname ~ '^[ -~]*$')
         and (p.pronamespace <> 'pg_catalog'::regnamespace
              or (not p.prorettype = any ('{internal, cstring, trigger, event_trigger, language_handler, index_am_handler,
                                            table_am_handler, fdw_handler, tsm_handler}'::regtype[])
                  and not p.proargtypes::oid[] && '{internal, cstring}'::regtype[]::oid[]
                  and not exists (select
                                    from pg_catalog.pg_description d
                                   where d.classoid = 'pg_catalog.pg_proc'::regclass
                                         and d.objoid = p.oid
                                         and (d.description = 'I/O'
                                              or (d.description like 'implementation of % operator'
                                                  and p.proname <> 'starts_with')))
                  and not exists (select
                                    from pg_catalog.pg_aggregate a
                                   where p.oid in (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggmtransfn,
                                                   a.aggminvtransfn, a.aggmfinalfn))))
)
select case r.relkind
         when 'f' then 'foreign_table'
         when 'v' then 'view'
         when 'm' then 'materialized_view'
         when 'S' then 'sequence'
         else 'table'
       end as kind,
       n.nspname::text as schema_name,
       r.names
  from relations r
       join pg_catalog.pg_namespace n on n.oid = r.relnamespace
 where n.nspname <> 'pg_toast'
       and (not (select args.is_bytes from args) or n.nspname ~ '^[ -~]*$')
union all
select case when f.is_procedure then 'procedure' else 'function' end,
       n.nspname::text,
       pg_catalog.string_agg(pg_catalog.replace(f.name, E'\n', E'\n\n') || E'\n ', '')
  from functions f
       join pg_catalog.pg_namespace n on n.oid = f.pronamespace
 where not (select args.is_bytes from args) or n.nspname ~ '^[ -~]*$'
 group by f.is_procedure, n.nspname
union all
select 'schema',
       '',
       pg_catalog.string_agg(pg_catalog.replace(n.nspname::text, E'\n', E'\n\n') || E'\n ', '')
  from pg_catalog.pg_namespace n
 where n.nspname <> 'pg_toast'
       and n.nspname !~ '^pg_(toast_)?temp_'
       and (not (select args.is_bytes from args) or n.nspname ~ '^[ -~]*$')
union all
select 'role',
       '',
       pg_catalog.string_agg(pg_catalog.replace(r.rolname::text, E'\n', E'\n\n') || E'\n ', '')
  from pg_catalog.pg_roles r
 where not (select args.is_bytes from args) or r.rolname ~ '^[ -~]*$'
union all
select 'path',
       session_user::text,
       s.reset_val
  from pg_catalog.pg_settings s
 where s.name = 'search_path'
