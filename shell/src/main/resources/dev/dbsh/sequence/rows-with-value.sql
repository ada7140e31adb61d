-- What some of the rows with a value hold in other columns, as one part of a union.
-- Privileges: SELECT on the table.  Servers: 13 and newer.
with args as (
  select ?::integer as place, ?::numeric as value, ?::text[] as columns
)
select args.place,
       pg_catalog.array_agg(held.words) as rows
  from args
       cross join lateral (
         select (select pg_catalog.string_agg(
                          e.key || ' = ' || coalesce(e.value, 'null'), ', '
                          order by pg_catalog.array_position(args.columns, e.key))
                   from pg_catalog.jsonb_each_text(found.content) e
                  where e.key = any (args.columns)) as words
           from (select pg_catalog.to_jsonb(t) as content
                   from {table} t
                  where t.{column} = args.value
                  limit 3) found) held
 group by args.place
