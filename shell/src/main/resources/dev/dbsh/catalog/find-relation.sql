-- The relation of that name in the first of the schemas that has one.
-- Some definitions can be written only with a lock on the table, or on those that a view or a policy names. "locked" says
-- that one of them is held exclusively, or waited for; then the files that take it as a parameter leave those out.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text[] as schemas, ?::text as name
)
select c.oid::bigint as id,
       n.nspname as schema_name,
       c.relname as name,
       c.relkind::text as kind,
       c.relispartition as partition,
       pg_catalog.pg_get_userbyid(c.relowner) as owner,
       c.reltuples::bigint as rows_estimate,
       c.relrowsecurity as row_security,
       c.relforcerowsecurity as row_security_forced,
       pg_catalog.row_security_active(c.oid) as row_security_active,
       pg_catalog.has_schema_privilege(n.oid, 'usage') as schema_usable,
       pg_catalog.has_table_privilege(c.oid, 'select') as readable,
       pg_catalog.obj_description(c.oid, 'pg_class') as comment,
       exists (
         select
           from pg_catalog.pg_locks l
          where l.locktype = 'relation'
            and l.mode = 'AccessExclusiveLock'
            and l.pid is distinct from pg_catalog.pg_backend_pid()
            and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
            and l.relation in (
              select c.oid
               union all
              select x.indrelid from pg_catalog.pg_index x where x.indexrelid = c.oid
               union all
              select d.refobjid
                from pg_catalog.pg_rewrite r
                     join pg_catalog.pg_depend d
                       on d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass and d.objid = r.oid
               where r.ev_class = c.oid
                 and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
               union all
              select d.refobjid
                from pg_catalog.pg_policy p
                     join pg_catalog.pg_depend d
                       on d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass and d.objid = p.oid
               where p.polrelid = c.oid
                 and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass)
       ) as locked
  from args
       join pg_catalog.pg_class c on c.relname = args.name
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = any (args.schemas)
 where c.relkind <> 't'
 order by pg_catalog.array_position(args.schemas, n.nspname::text)
 limit 1
