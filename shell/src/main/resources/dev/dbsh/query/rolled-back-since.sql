-- Whether a transaction that began after this one has been rolled back. A part of this one may be among them, as a
-- function's handler for exceptions makes one: what it had changed stays counted.
-- Privileges: none.  Servers: 13 and newer.
select case
           when r.next - r.own > 10000 then true
           else exists (select
                          from pg_catalog.generate_series(r.own + 1, r.next - 1) x
                         where pg_catalog.pg_xact_status(x::pg_catalog.text::pg_catalog.xid8) = 'aborted')
       end as any
  from (select pg_catalog.pg_current_xact_id_if_assigned()::pg_catalog.text::pg_catalog.int8 as own,
               pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::pg_catalog.text::pg_catalog.int8 as next) r
 where r.own is not null
