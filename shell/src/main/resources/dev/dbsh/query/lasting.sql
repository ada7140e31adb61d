-- What the open transaction may have done that its end does not undo: sequences that gave numbers, wrappers other than
-- postgres_fdw that wrote, and functions of users which it may have called, but for those whose text shows that they do
-- nothing of the kind. Functions hang on the tables that it has locks on, or are named in the statement.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as called
),
touched as (
  select distinct l.relation as id
    from pg_catalog.pg_locks l
   where l.pid = pg_catalog.pg_backend_pid()
     and l.locktype = 'relation'
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
),
hanging as (
  select 'pg_catalog.pg_trigger'::pg_catalog.regclass as class_id, g.oid as id
    from touched join pg_catalog.pg_trigger g on g.tgrelid = touched.id
  union all
  select 'pg_catalog.pg_attrdef'::pg_catalog.regclass, a.oid
    from touched join pg_catalog.pg_attrdef a on a.adrelid = touched.id
  union all
  select 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid
    from touched join pg_catalog.pg_constraint k on k.conrelid = touched.id
  union all
  select 'pg_catalog.pg_policy'::pg_catalog.regclass, y.oid
    from touched join pg_catalog.pg_policy y on y.polrelid = touched.id
  union all
  select 'pg_catalog.pg_rewrite'::pg_catalog.regclass, w.oid
    from touched join pg_catalog.pg_rewrite w on w.ev_class = touched.id
  union all
  select 'pg_catalog.pg_class'::pg_catalog.regclass, x.indexrelid
    from touched join pg_catalog.pg_index x on x.indrelid = touched.id
),
users as (
  select p.oid,
         p.proname,
         p.pronamespace,
         p.prolang,
         p.provolatile,
         p.prosrc
    from pg_catalog.pg_proc p
         join pg_catalog.pg_namespace n on n.oid = p.pronamespace
   where n.nspname not in ('pg_catalog', 'information_schema')
),
reached as (
  select d.refobjid as id
    from hanging
         join pg_catalog.pg_depend d on d.classid = hanging.class_id and d.objid = hanging.id
   where d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
  union
  select users.oid from args join users on users.proname = any (args.called)
)
select 'sequence' as kind,
       n.nspname as schema_name,
       c.relname as name
  from pg_catalog.pg_locks l
       join pg_catalog.pg_class c on c.oid = l.relation
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where l.pid = pg_catalog.pg_backend_pid()
   and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
   and l.mode = 'RowExclusiveLock'
   and c.relkind = 'S'
union all
select 'foreign', n.nspname, c.relname
  from pg_catalog.pg_locks l
       join pg_catalog.pg_class c on c.oid = l.relation
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_foreign_table f on f.ftrelid = c.oid
       join pg_catalog.pg_foreign_server s on s.oid = f.ftserver
       join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
 where l.pid = pg_catalog.pg_backend_pid()
   and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
   and l.mode = 'RowExclusiveLock'
   and w.fdwname <> 'postgres_fdw'
union all
select 'function', n.nspname, users.proname
  from reached
       join users on users.oid = reached.id
       join pg_catalog.pg_namespace n on n.oid = users.pronamespace
       join pg_catalog.pg_language g on g.oid = users.prolang
       cross join lateral (
         select pg_catalog.regexp_replace(pg_catalog.lower(users.prosrc), '[[:space:]]+[(]', '(', 'g') as text
       ) body
 where users.provolatile = 'v'
   and not (g.lanname in ('sql', 'plpgsql')
            and body.text <> ''
            and body.text !~ '\m(execute|copy|call|perform|dblink|pg_|lo_|setval)'
            and not exists (select
                              from users other
                             where other.oid <> users.oid
                               and pg_catalog.strpos(body.text, pg_catalog.lower(other.proname) || '(') > 0))
   and not exists (select
                     from pg_catalog.pg_depend d
                          join pg_catalog.pg_extension e on e.oid = d.refobjid
                    where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                      and d.objid = users.oid
                      and d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                      and d.deptype = 'e'
                      and e.extname in ('autoinc', 'citext', 'hstore', 'insert_username', 'intarray', 'isn', 'lo', 'ltree',
                                        'moddatetime', 'pgcrypto', 'pg_trgm', 'postgis', 'refint', 'unaccent',
                                        'uuid-ossp'))
 order by 1, 2, 3
