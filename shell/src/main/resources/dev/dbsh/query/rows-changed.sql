-- The rows of each table that this backend has changed and not reported yet: within a transaction what is added counts.
-- Privileges: none.  Servers: 13 and newer.
select t.schemaname as schema_name,
       t.relname as table_name,
       t.n_tup_ins as inserted,
       t.n_tup_upd as updated,
       t.n_tup_del as deleted
  from pg_catalog.pg_stat_xact_user_tables t
 where t.n_tup_ins + t.n_tup_upd + t.n_tup_del > 0
 order by 1, 2
