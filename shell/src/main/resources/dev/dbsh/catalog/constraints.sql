-- The constraints of a table, and those of other tables that refer to it. NOT NULL is told with the column.
-- A check or an exclusion is written with its table's columns and so opens the table; the others do not.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id, ?::boolean as locked
)
select k.conname as name,
       case k.contype
         when 'p' then 'primary key'
         when 'u' then 'unique'
         when 'f' then 'foreign key'
         when 'c' then 'check'
         when 'x' then 'exclusion'
         when 't' then 'constraint trigger'
         else k.contype::text
       end as kind,
       n.nspname as table_schema,
       c.relname as table_name,
       k.convalidated as validated,
       k.conrelid = args.id as own,
       case
         when k.contype in ('p', 'u', 'f') or not args.locked then pg_catalog.pg_get_constraintdef(k.oid)
       end as definition
  from args
       join pg_catalog.pg_constraint k on args.id in (k.conrelid, k.confrelid)
       join pg_catalog.pg_class c on c.oid = k.conrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where k.contype <> 'n'
   and (k.conrelid = args.id or k.conparentid = 0)
 order by k.conrelid = args.id desc, k.contype <> 'p', k.conname
