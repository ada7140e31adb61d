-- The sequences that are asked for, in order of their names; of a table those that a column of it owns or takes its
-- default from, and those that something about it names.
-- The filters are CASEs because of a LIKE the planner expects next to no row, and then joins row by row.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::text as schema_like,
         ?::text as name_like,
         ?::text as schema_name,
         ?::text as table_schema,
         ?::text as table_name,
         ?::bigint[] as mentioned_by_table
),
of_table as (
  select t.oid as id
    from args
         join pg_catalog.pg_class t on t.relname = args.table_name
         join pg_catalog.pg_namespace n
           on n.oid = t.relnamespace and (args.table_schema is null or n.nspname = args.table_schema)
),
linked as (
  select d.objid as id
    from of_table t
         join pg_catalog.pg_depend d
           on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = t.id
   where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
     and d.deptype in ('a', 'i')
  union
  select d.refobjid
    from of_table t
         join pg_catalog.pg_attrdef ad on ad.adrelid = t.id
         join pg_catalog.pg_depend d
           on d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass and d.objid = ad.oid
   where d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
  union
  select m.id::oid
    from args
         cross join pg_catalog.unnest(args.mentioned_by_table) m (id)
)
select s.seqrelid::bigint as sequence_id
  from args
       cross join pg_catalog.pg_sequence s
       join pg_catalog.pg_class c on c.oid = s.seqrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where n.nspname not in ('pg_catalog', 'information_schema')
   and not pg_catalog.pg_is_other_temp_schema(n.oid)
   and case when n.nspname like args.schema_like and c.relname like args.name_like then true end
   and case when args.schema_name is null or n.nspname = args.schema_name then true end
   and case when args.table_name is null then true else s.seqrelid in (select linked.id from linked) end
 order by n.nspname, c.relname
