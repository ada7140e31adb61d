-- SPDX-License-Identifier: Apache-2.0
-- What a careful hand writes: for each sequence that a column owns its position and the largest stored value, 200 of them
-- in a statement, because one for all would run out of locks.
\pset format unaligned
\pset tuples_only on
set jit = off;
select string_agg(
         format('select %L as sequence, last_value, is_called, (select max(%I) from %s) from %s',
                s.id, a.attname, s.table_id, s.id),
         ' union all ')
  from (select d.objid::regclass as id, d.refobjid::regclass as table_id, d.refobjsubid as column_number,
               (row_number() over (order by d.objid) - 1) / 200 as batch
          from pg_depend d
               join pg_sequence q on q.seqrelid = d.objid
         where d.classid = 'pg_class'::regclass
           and d.refclassid = 'pg_class'::regclass
           and d.deptype in ('a', 'i')
           and d.refobjsubid > 0) s
       join pg_attribute a on a.attrelid = s.table_id and a.attnum = s.column_number
 group by batch
\gexec
