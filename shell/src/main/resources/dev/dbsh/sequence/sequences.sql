-- Some sequences with each column they feed and how the catalog knows; one row with nulls for one that feeds none.
-- pg_get_expr is given no table and so opens none; a generated column, which would need one, cannot use a sequence.
-- It begins with the sequences asked for and looks up row by row what belongs to each, so that it costs what they cost,
-- however many others there are and whatever the planner expects of a catalog that nobody has analyzed.
-- A child that takes the same sequence for the same column as its parent is left to the parent.
-- Privileges: none.  Servers: 13 and newer.
with recursive args as (
  select ?::bigint[] as sequence_ids,
         ?::text as table_schema,
         ?::text as table_name,
         ?::text as assumed_schema,
         ?::text as assumed_table,
         ?::text as assumed_column,
         ?::bigint[] as mentioned_by_table
),
wanted as materialized (
  select s.seqrelid as id
    from args
         cross join pg_catalog.unnest(args.sequence_ids) ids (id)
         join pg_catalog.pg_sequence s on s.seqrelid = ids.id::oid
),
links as (
  select w.id as sequence_id,
         d.refobjid as table_id,
         d.refobjsubid as column_number,
         d.deptype = 'i' as identity,
         true as owned,
         false as in_default,
         false as plain,
         false as assumed
    from wanted w
         join pg_catalog.pg_depend d
           on d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = w.id
   where d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
     and d.deptype in ('a', 'i')
     and d.refobjsubid > 0
  union all
  select w.id,
         ad.adrelid,
         ad.adnum,
         false,
         false,
         true,
         pg_catalog.pg_get_expr(ad.adbin, 0)
           ~ '^[(]?nextval[(]''([^'']|'''')*''::regclass[)][)]?(::(smallint|integer|bigint|numeric))?$',
         false
    from wanted w
         join pg_catalog.pg_depend d
           on d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.refobjid = w.id and d.refobjsubid = 0
         join pg_catalog.pg_attrdef ad on ad.oid = d.objid
   where d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
  union all
  select w.id, t.oid, a.attnum, false, false, false, false, true
    from args
         join pg_catalog.pg_class t on t.relname = args.assumed_table and t.relkind in ('r', 'p')
         join pg_catalog.pg_namespace tn
           on tn.oid = t.relnamespace and (args.assumed_schema is null or tn.nspname = args.assumed_schema)
         join pg_catalog.pg_attribute a
           on a.attrelid = t.oid and a.attname = args.assumed_column and a.attnum > 0 and not a.attisdropped
         cross join wanted w
  union all
  select w.id, null, null, false, false, false, false, false
    from wanted w
),
uses as (
  select l.sequence_id,
         l.table_id,
         l.column_number,
         pg_catalog.bool_or(l.identity) as identity,
         pg_catalog.bool_or(l.owned) as owned,
         pg_catalog.bool_or(l.in_default) as in_default,
         pg_catalog.bool_or(l.plain) as plain,
         pg_catalog.bool_and(l.assumed) as assumed
    from links l
   group by l.sequence_id, l.table_id, l.column_number
),
ancestors as (
  select i.inhrelid as child, i.inhparent as ancestor
    from (select distinct uses.table_id as id from uses) u
         join pg_catalog.pg_inherits i on i.inhrelid = u.id
  union
  select ancestors.child, i.inhparent
    from ancestors
         join pg_catalog.pg_inherits i on i.inhrelid = ancestors.ancestor
),
feeds as (
  select u.*, a.attname, pg_catalog.count(u.table_id) over (partition by u.sequence_id) as tables
    from uses u
         left join pg_catalog.pg_attribute a on a.attrelid = u.table_id and a.attnum = u.column_number
   where not exists (
           select
             from ancestors
                  join uses above on above.table_id = ancestors.ancestor and above.sequence_id = u.sequence_id
                  join pg_catalog.pg_attribute same
                    on same.attrelid = above.table_id and same.attnum = above.column_number and same.attname = a.attname
            where ancestors.child = u.table_id)
),
members as (
  select distinct f.table_id as id
    from feeds f
  union
  select i.inhrelid
    from members m
         join pg_catalog.pg_inherits i on i.inhparent = m.id
),
held as materialized (
  select coalesce(x.indrelid, l.relation) as id,
         pg_catalog.string_agg(distinct coalesce('pid ' || l.pid::text, 'a prepared transaction'), ', ') as holders,
         pg_catalog.bool_or(l.mode = 'AccessExclusiveLock') as shut
    from pg_catalog.pg_locks l
         left join pg_catalog.pg_index x on x.indexrelid = l.relation
   where l.locktype = 'relation'
     and l.relation is not null
     and (l.relation in (select w.id from wanted w)
          or (l.mode = 'AccessExclusiveLock'
              and coalesce(x.indrelid, l.relation) in (select m.id from members m where m.id is not null)))
     and (l.mode = 'AccessExclusiveLock' or (l.mode = 'ShareRowExclusiveLock' and l.granted))
     and l.pid is distinct from pg_catalog.pg_backend_pid()
     and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = pg_catalog.current_database())
   group by 1
),
domains as (
  select distinct t.oid as id, t.oid as level, t.typbasetype as base
    from feeds f
         join pg_catalog.pg_attribute a on a.attrelid = f.table_id and a.attnum = f.column_number
         join pg_catalog.pg_type t on t.oid = a.atttypid and t.typtype = 'd'
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
       (select e.extname
          from pg_catalog.pg_depend de
               join pg_catalog.pg_extension e on e.oid = de.refobjid
         where de.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
           and de.objid = s.seqrelid
           and de.deptype = 'e') as extension,
       sh.holders as sequence_holders,
       coalesce(sh.shut, false) as sequence_shut,
       f.table_id::bigint as table_id,
       tn.nspname as table_schema,
       t.relname as table_name,
       f.attname as column_name,
       t.relkind as table_kind,
       case
         when ty.typtype = 'd' then (select dt.base_name from domain_types dt where dt.id = ty.oid)
         else ty.typname::text
       end as type_name,
       case when ty.typtype = 'd' then (select dt.checks from domain_types dt where dt.id = ty.oid) end as domain_checks,
       f.identity,
       f.owned,
       f.in_default,
       f.plain,
       f.assumed,
       pg_catalog.has_schema_privilege(tn.oid, 'usage') as table_schema_usable,
       pg_catalog.has_column_privilege(t.oid, f.column_number::smallint, 'select') as column_readable,
       pg_catalog.row_security_active(t.oid) as rows_hidden,
       tree.has_children,
       tree.holders as table_holders,
       tree.subscribed,
       tree.remote,
       tree.relations,
       tree.rows_unindexed,
       exists (
         select
           from pg_catalog.pg_index x
                join pg_catalog.pg_class xc on xc.oid = x.indexrelid
                join pg_catalog.pg_am am on am.oid = xc.relam and am.amname = 'btree'
          where x.indrelid = t.oid
            and x.indkey[0] = f.column_number
            and x.indisunique
            and x.indnkeyatts = 1
            and x.indisvalid
            and x.indpred is null) as unique_alone,
       exists (
         select from pg_catalog.pg_index x where x.indrelid = t.oid and x.indisunique and f.column_number = any (x.indkey)
       ) as unique_somehow
  from args
       cross join feeds f
       join pg_catalog.pg_sequence s on s.seqrelid = f.sequence_id
       join pg_catalog.pg_class sc on sc.oid = s.seqrelid
       join pg_catalog.pg_namespace sn on sn.oid = sc.relnamespace
       left join held sh on sh.id = s.seqrelid
       left join pg_catalog.pg_class t on t.oid = f.table_id
       left join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
       left join pg_catalog.pg_attribute a on a.attrelid = f.table_id and a.attnum = f.column_number
       left join pg_catalog.pg_type ty on ty.oid = a.atttypid
       left join lateral (
         with recursive below as (
           select f.table_id as id
           union
           select i.inhrelid
             from below b
                  join pg_catalog.pg_inherits i on i.inhparent = b.id
         )
         select pg_catalog.count(*) > 1 as has_children,
                pg_catalog.string_agg(distinct h.holders, ', ') as holders,
                pg_catalog.bool_or(exists (
                  select from pg_catalog.pg_subscription_rel r where r.srrelid = c.oid)) as subscribed,
                pg_catalog.bool_or(c.relkind = 'f') as remote,
                pg_catalog.sum(1 + (
                  select pg_catalog.count(*) from pg_catalog.pg_index n where n.indrelid = c.oid)) as relations,
                pg_catalog.sum(case
                  when c.relkind <> 'p' and not exists (
                    select
                      from pg_catalog.pg_index x
                           join pg_catalog.pg_class xc on xc.oid = x.indexrelid
                           join pg_catalog.pg_am am on am.oid = xc.relam and am.amname = 'btree'
                           join pg_catalog.pg_attribute k on k.attrelid = x.indrelid and k.attnum = x.indkey[0]
                     where x.indrelid = c.oid and k.attname = f.attname and x.indisvalid and x.indpred is null)
                  then greatest(c.reltuples::bigint, pg_catalog.pg_stat_get_live_tuples(c.oid))
                  else 0
                end) as rows_unindexed
           from below b
                join pg_catalog.pg_class c on c.oid = b.id
                left join held h on h.id = c.oid
       ) tree on true
 where (f.table_id is not null or f.tables = 0)
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
