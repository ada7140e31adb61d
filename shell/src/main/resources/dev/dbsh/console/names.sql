-- The names that Tab offers most, packed into one array for each kind and schema: a row each would take several times the memory.
-- Temporary objects and those beside a toasted value are left out, and where the server does not know what its bytes stand for, names beyond ASCII. Functions that the server has for itself, behind types, operators and aggregates, are none that anybody calls. Which schemas are looked through is the session's own default, as this statement has none.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select pg_catalog.getdatabaseencoding() = 'SQL_ASCII' as is_bytes
)
select case c.relkind
         when 'f' then 'foreign_table'
         when 'v' then 'view'
         when 'm' then 'materialized_view'
         when 'S' then 'sequence'
         else 'table'
       end as kind,
       n.nspname::text as schema_name,
       pg_catalog.array_agg(c.relname::text) as names
  from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
       and c.relpersistence <> 't'
       and n.nspname <> 'pg_toast'
       and (not (select args.is_bytes from args) or (n.nspname || c.relname) ~ '^[ -~]*$')
 group by 1, 2
union all
select case p.prokind when 'p' then 'procedure' else 'function' end,
       n.nspname::text,
       pg_catalog.array_agg(distinct p.proname::text)
  from pg_catalog.pg_proc p
       join pg_catalog.pg_namespace n on n.oid = p.pronamespace
 where (not (select args.is_bytes from args) or (n.nspname || p.proname) ~ '^[ -~]*$')
       and (n.nspname <> 'pg_catalog'
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
 group by 1, 2
union all
select 'schema',
       '',
       pg_catalog.array_agg(n.nspname::text)
  from pg_catalog.pg_namespace n
 where n.nspname <> 'pg_toast'
       and n.nspname !~ '^pg_(toast_)?temp_'
       and (not (select args.is_bytes from args) or n.nspname ~ '^[ -~]*$')
union all
select 'role',
       '',
       pg_catalog.array_agg(r.rolname::text)
  from pg_catalog.pg_roles r
 where not (select args.is_bytes from args) or r.rolname ~ '^[ -~]*$'
union all
select 'path',
       session_user::text,
       array[s.reset_val]
  from pg_catalog.pg_settings s
 where s.name = 'search_path'
