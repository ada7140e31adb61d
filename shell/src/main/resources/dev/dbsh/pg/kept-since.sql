-- Whether any transaction was committed that had that number or a later one, by this session or another.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::bigint as first
)
select case
           when r.next - args.first > 10000 then true
           else exists (select
                          from pg_catalog.generate_series(args.first, r.next - 1) x
                         where pg_catalog.pg_xact_status(x::text::xid8) = 'committed')
       end as any
  from args
       cross join (select pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text::bigint as next) r
