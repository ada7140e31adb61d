-- The number of the open transaction when it has written something, and where the write-ahead log is by now.
-- Run in a transaction of the operator's with the operator's own search path: it uses no operator and no cast.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.pg_current_xact_id_if_assigned() as xid,
       case when pg_catalog.pg_current_xact_id_if_assigned() is not null
            then pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')
       end as log_position,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()) as now_seconds
