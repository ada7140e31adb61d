-- Every sequence with each column it feeds and how the catalog knows; one row with nulls for one that feeds none.
-- pg_get_expr is given no table and so opens none; a generated column, which would need one, cannot use a sequence.
-- The filters are CASEs because of a LIKE the planner expects next to no row, and then joins row by row.
-- A child that takes the same sequence for the same column as its parent is left to the parent.
-- Privileges: none.  Servers: 13 and newer.
with recursive args as (
  select ?::text as schema_like,
         ?::text as name_like,
         ?::text as schema_name,
         ?::text as table_schema,
         ?::text as table_name,
         ?::text as assumed_schema,
         ?::text as assumed_table,
         ?::text as assumed_column,
         ?::bigint[] as mentioned_by_table
),
defaults as (
  select d.refobjid as sequence_id,
         ad.adrelid as table_id,
         ad.adnum as column_number,
         pg_catalog.pg_get_expr(ad.adbin, 0)
           ~ '^[(]?nextval[(]''([^'']|'''')*''::regclass[)][)]?(::(smallint|integer|bigint|numeric))?$' as plain
    from pg_catalog.pg_depend d
         join pg_catalog.pg_sequence s on s.seqrelid = d.refobjid
         join pg_catalog.pg_attrdef ad on ad.oid = d.objid
   where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
     and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
     and d.refobjsubid = 0
),
owners as (
  select d.objid as sequence_id,
         d.refobjid as table_id,
         d.refobjsubid as column_number,
         d.deptype = 'i' as identity
    from pg_catalog.pg_depend d
         join pg_catalog.pg_sequence s on s.seqrelid = d.objid
   where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
     and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
     and d.deptype in ('a', 'i')
     and d.refobjsubid > 0
),
known_uses as (
  select coalesce(o.sequence_id, f.sequence_id) as sequence_id,
         coalesce(o.table_id, f.table_id) as table_id,
         coalesce(o.column_number, f.column_number) as column_number,
         coalesce(o.identity, false) as identity,
         o.sequence_id is not null as owned,
         f.sequence_id is not null as in_default,
         coalesce(f.plain, false) as plain
    from owners o
         full join defaults f
           on f.sequence_id = o.sequence_id and f.table_id = o.table_id and f.column_number = o.column_number
),
assumed_uses as (
  select s.seqrelid as sequence_id,
         t.oid as table_id,
         a.attnum as column_number
    from args
         join pg_catalog.pg_class t on t.relname = args.assumed_table and t.relkind in ('r', 'p')
         join pg_catalog.pg_namespace tn
           on tn.oid = t.relnamespace and (args.assumed_schema is null or tn.nspname = args.assumed_schema)
         join pg_catalog.pg_attribute a
           on a.attrelid = t.oid and a.attname = args.assumed_column and a.attnum > 0 and not a.attisdropped
         cross join pg_catalog.pg_sequence s
         join pg_catalog.pg_class c on c.oid = s.seqrelid and c.relname like args.name_like
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname like args.schema_like
),
uses as (
  select k.*, false as assumed
    from known_uses k
  union all
  select u.sequence_id, u.table_id, u.column_number, false, false, false, false, true
    from assumed_uses u
   where not exists (
           select
             from known_uses k
            where k.sequence_id = u.sequence_id and k.table_id = u.table_id and k.column_number = u.column_number)
),
ancestors as (
  select i.inhrelid as child, i.inhparent as ancestor
    from pg_catalog.pg_inherits i
   where i.inhrelid in (select uses.table_id from uses)
  union
  select ancestors.child, i.inhparent
    from ancestors
         join pg_catalog.pg_inherits i on i.inhrelid = ancestors.ancestor
),
feeds as (
  select u.*, a.attname
    from uses u
         join pg_catalog.pg_attribute a on a.attrelid = u.table_id and a.attnum = u.column_number
   where not exists (
           select
             from ancestors
                  join uses above on above.table_id = ancestors.ancestor and above.sequence_id = u.sequence_id
                  join pg_catalog.pg_attribute same
                    on same.attrelid = above.table_id and same.attnum = above.column_number and same.attname = a.attname
            where ancestors.child = u.table_id)
),
members as (
  select distinct f.table_id as root, f.attname, f.table_id as member
    from feeds f
  union
  select m.root, m.attname, i.inhrelid
    from members m
         join pg_catalog.pg_inherits i on i.inhparent = m.member
),
held as materialized (
  select coalesce(x.indrelid, l.relation) as id,
         pg_catalog.string_agg(distinct coalesce('pid ' || l.pid::text, 'a prepared transaction'), ', ') as holders,
         pg_catalog.bool_or(l.mode = 'AccessExclusiveLock') as shut
    from pg_catalog.pg_locks l
         left join pg_catalog.pg_index x on x.indexrelid = l.relation
         left join pg_catalog.pg_sequence s on s.seqrelid = l.relation
   where l.locktype = 'relation'
     and (l.mode = 'AccessExclusiveLock'
          or (l.mode = 'ShareRowExclusiveLock' and l.granted and s.seqrelid is not null))
     and l.pid is distinct from pg_catalog.pg_backend_pid()
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
   group by 1
),
domains as (
  select t.oid as id, t.oid as level, t.typbasetype as base
    from pg_catalog.pg_type t
   where t.typtype = 'd'
  union all
  select d.id, t.oid, t.typbasetype
    from domains d
         join pg_catalog.pg_type t on t.oid = d.base and t.typtype = 'd'
),
domain_types as (
  select d.id,
         pg_catalog.max(case when b.typtype <> 'd' then b.typname::text end) as base_name,
         pg_catalog.array_remove(pg_catalog.array_agg(pg_catalog.pg_get_constraintdef(c.oid)), null) as checks
    from domains d
         join pg_catalog.pg_type b on b.oid = d.base
         left join pg_catalog.pg_constraint c on c.contypid = d.level and c.contype = 'c'
   group by d.id
),
first_keys as (
  select x.indrelid,
         a.attname,
         pg_catalog.bool_or(x.indisunique and x.indnkeyatts = 1) as unique_alone
    from pg_catalog.pg_index x
         join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
         join pg_catalog.pg_class c on c.oid = x.indexrelid
         join pg_catalog.pg_am m on m.oid = c.relam and m.amname = 'btree'
   where x.indisvalid and x.indpred is null
   group by x.indrelid, a.attname
),
index_counts as (
  select x.indrelid, pg_catalog.count(*) as indexes from pg_catalog.pg_index x group by x.indrelid
),
trees as (
  select m.root,
         m.attname,
         pg_catalog.count(*) > 1 as has_children,
         pg_catalog.string_agg(distinct h.holders, ', ') as holders,
         pg_catalog.bool_or(exists (
           select from pg_catalog.pg_subscription_rel r where r.srrelid = m.member)) as subscribed,
         pg_catalog.bool_or(c.relkind = 'f') as remote,
         pg_catalog.sum(1 + coalesce(n.indexes, 0)) as relations,
         pg_catalog.sum(case
           when l.indrelid is null and c.relkind <> 'p'
           then greatest(c.reltuples::bigint, pg_catalog.pg_stat_get_live_tuples(c.oid))
           else 0
         end) as rows_unindexed
    from members m
         join pg_catalog.pg_class c on c.oid = m.member
         left join held h on h.id = m.member
         left join first_keys l on l.indrelid = m.member and l.attname = m.attname
         left join index_counts n on n.indrelid = m.member
   group by m.root, m.attname
)
select s.seqrelid::bigint as sequence_id,
       sn.nspname as sequence_schema,
       sc.relname as sequence_name,
       s.seqincrement as increment,
       s.seqmin as min_value,
       s.seqmax as max_value,
       s.seqcache as cache,
       s.seqcycle as cycles,
       pg_catalog.has_schema_privilege(sn.oid, 'usage') as sequence_schema_usable,
       pg_catalog.has_sequence_privilege(s.seqrelid, 'select') as sequence_readable,
       pg_catalog.has_sequence_privilege(s.seqrelid, 'usage, update') as sequence_usable,
       pg_catalog.pg_has_role(sc.relowner, 'usage') as sequence_yours,
       pg_catalog.pg_get_userbyid(sc.relowner) as sequence_owner,
       e.extname as extension,
       sh.holders as sequence_holders,
       coalesce(sh.shut, false) as sequence_shut,
       f.table_id::bigint as table_id,
       tn.nspname as table_schema,
       t.relname as table_name,
       f.attname as column_name,
       t.relkind as table_kind,
       coalesce(dt.base_name, ty.typname::text) as type_name,
       dt.checks as domain_checks,
       f.identity,
       f.owned,
       f.in_default,
       f.plain,
       f.assumed,
       pg_catalog.has_schema_privilege(tn.oid, 'usage') as table_schema_usable,
       pg_catalog.has_column_privilege(t.oid, f.column_number::smallint, 'select') as column_readable,
       pg_catalog.row_security_active(t.oid) as rows_hidden,
       trees.has_children,
       trees.holders as table_holders,
       trees.subscribed,
       trees.remote,
       trees.relations,
       trees.rows_unindexed,
       coalesce(l.unique_alone, false) as unique_alone,
       exists (
         select from pg_catalog.pg_index x where x.indrelid = t.oid and x.indisunique and f.column_number = any (x.indkey)
       ) as unique_somehow
  from args
       cross join pg_catalog.pg_sequence s
       join pg_catalog.pg_class sc on sc.oid = s.seqrelid
       join pg_catalog.pg_namespace sn on sn.oid = sc.relnamespace
       left join held sh on sh.id = s.seqrelid
       left join pg_catalog.pg_depend de
         on de.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and de.objid = s.seqrelid and de.deptype = 'e'
       left join pg_catalog.pg_extension e on e.oid = de.refobjid
       left join feeds f on f.sequence_id = s.seqrelid
       left join pg_catalog.pg_class t on t.oid = f.table_id
       left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
       left join pg_catalog.pg_attribute a on a.attrelid = f.table_id and a.attnum = f.column_number
       left join pg_catalog.pg_type ty on ty.oid = a.atttypid
       left join domain_types dt on dt.id = ty.oid
       left join trees on trees.root = f.table_id and trees.attname = f.attname
       left join first_keys l on l.indrelid = f.table_id and l.attname = f.attname
 where sn.nspname not in ('pg_catalog', 'information_schema')
   and not pg_catalog.pg_is_other_temp_schema(sn.oid)
   and case when sn.nspname like args.schema_like and sc.relname like args.name_like then true end
   and case when args.schema_name is null or sn.nspname = args.schema_name then true end
   and case
         when args.table_name is null then true
         when s.seqrelid::bigint = any (args.mentioned_by_table) then true
         else s.seqrelid in (
           select wanted.sequence_id
             from feeds wanted
                  join pg_catalog.pg_class w on w.oid = wanted.table_id and w.relname = args.table_name
                  join pg_catalog.pg_namespace wn on wn.oid = w.relnamespace
            where args.table_schema is null or wn.nspname = args.table_schema)
       end
 order by sn.nspname, sc.relname, tn.nspname, t.relname, f.column_number
