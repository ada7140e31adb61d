-- What may use a sequence although nothing in the catalog proves it: its name as text in a column's default, in a
-- function or in the arguments of a trigger, and the objects other than defaults that depend on it.
-- A name without a schema may mean the sequence of that name in any schema.
-- pg_get_expr is given no table and so opens none; it is asked only about defaults that call nextval.
-- OFFSET 0 has each default looked up by its oid: joined as a set, the catalog that nobody has analyzed yet is read once
-- for every default.
-- Privileges: none.  Servers: 13 and newer.
with late as (
  select ad.adrelid as table_id,
         ad.adnum as column_number,
         pg_catalog.pg_get_expr(ad.adbin, 0) as source
    from pg_catalog.pg_attrdef ad
         join pg_catalog.pg_attribute a on a.attrelid = ad.adrelid and a.attnum = ad.adnum and a.attgenerated = ''
   where ad.adbin::text like '%:funcid '
           || 'pg_catalog.nextval(pg_catalog.regclass)'::pg_catalog.regprocedure::oid::text || ' %'
     and not exists (
           select
             from pg_catalog.pg_depend d
                  join pg_catalog.pg_sequence s on s.seqrelid = d.refobjid
            where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
              and d.objid = ad.oid
              and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
           offset 0)
),
routines as (
  select p.oid as id, p.prosrc as source
    from pg_catalog.pg_proc p
         join pg_catalog.pg_namespace n on n.oid = p.pronamespace
   where n.nspname not in ('pg_catalog', 'information_schema')
     and p.prosrc ~* 'nextval'
),
triggers as (
  select t.tgfoid as routine_id, t.tgrelid as table_id, t.tgargs
    from pg_catalog.pg_trigger t
   where not t.tgisinternal
     and t.tgparentid = 0
),
sources as (
  select l.table_id, l.column_number, null::oid as routine_id, l.source
    from late l
  union all
  select t.table_id, null, r.id, r.source
    from routines r
         left join triggers t on t.routine_id = r.id
),
spelled as (
  select s.table_id,
         s.column_number,
         s.routine_id,
         coalesce(pg_catalog.replace(m.found[1], '''''', ''''), m.found[2]) as spelling
    from sources s
         cross join pg_catalog.regexp_matches(
           s.source, 'nextval[[:space:]]*[(][[:space:](]*(?:''((?:[^'']|'''')+)''|''''([^'']+)'''')', 'gi') m (found)
  union
  select t.table_id, null, r.id, a.argument
    from routines r
         join triggers t on t.routine_id = r.id
         cross join pg_catalog.unnest(
           pg_catalog.string_to_array(pg_catalog.encode(t.tgargs, 'escape'), pg_catalog.chr(92) || '000')) a (argument)
),
named as (
  select distinct
         s.table_id,
         s.column_number,
         s.routine_id,
         case when s.spelling ~ '^("([^"]|"")+"|[[:alpha:]_][[:alnum:]_$]*)([.]("([^"]|"")+"|[[:alpha:]_][[:alnum:]_$]*))?$'
              then pg_catalog.parse_ident(s.spelling)
         end as parts
    from spelled s
),
mentions as (
  select c.oid as sequence_id,
         m.table_id,
         m.column_number,
         m.routine_id,
         null::text as object
    from named m
         join pg_catalog.pg_class c
           on c.relname::text = m.parts[pg_catalog.array_length(m.parts, 1)] and c.relkind = 'S'
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where pg_catalog.array_length(m.parts, 1) = 1
      or n.nspname::text = m.parts[1]
  union all
  select d.refobjid, null, null, null, pg_catalog.pg_describe_object(d.classid, d.objid, 0)
    from pg_catalog.pg_depend d
         join pg_catalog.pg_sequence s on s.seqrelid = d.refobjid
   where d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
     and d.refobjsubid = 0
     and d.deptype = 'n'
     and d.classid not in ('pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_attrdef'::pg_catalog.regclass)
)
select m.sequence_id::bigint as sequence_id,
       m.table_id::bigint as table_id,
       tn.nspname as table_schema,
       t.relname as table_name,
       a.attname as column_name,
       pn.nspname as routine_schema,
       p.proname as routine_name,
       m.object
  from mentions m
       left join pg_catalog.pg_class t on t.oid = m.table_id
       left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
       left join pg_catalog.pg_attribute a on a.attrelid = m.table_id and a.attnum = m.column_number
       left join pg_catalog.pg_proc p on p.oid = m.routine_id
       left join pg_catalog.pg_namespace pn on pn.oid = p.pronamespace
 order by m.sequence_id, tn.nspname, t.relname, a.attname, pn.nspname, p.proname, m.object
