-- Functions that reach the sessions of others, in every disguise that the grammar has.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   select pg_terminate_backend({victim})
dbsh   SELECT PG_TERMINATE_BACKEND({victim})
dbsh   sElEcT pG_TeRmInAtE_BaCkEnD({victim})
dbsh   select pg_catalog.pg_terminate_backend({victim})
dbsh   select PG_CATALOG . pg_terminate_backend ({victim})
dbsh   select "pg_terminate_backend"({victim})
dbsh   select pg_catalog."pg_terminate_backend"({victim})
dbsh   select "pg_catalog"."pg_terminate_backend" ({victim})
dbsh   select U&"\\0070g_\\0074er\\006din\\0061te\\005fba\\0063ke\\006ed"({victim})
dbsh   select pg_catalog.U&"\\0070g_\\0074er\\006din\\0061te\\005fba\\0063ke\\006ed"({victim})
dbsh   select U&"!0070g_!0074er!006din!0061te!005fba!0063ke!006ed" uescape '!' ({victim})
dbsh   select U&"#0070g_#0074er#006din#0061te#005fba#0063ke#006ed" /* x */ UESCAPE -- y\n '#' ({victim})
dbsh   select u&"pg\\+00005fterm\\+000069nate\\+00005fback\\+000065nd"({victim})
dbsh   select pg_terminate_backend/**/({victim})
dbsh   select pg_terminate_backend /* a /* b */ c */ ({victim})
dbsh   select pg_terminate_backend -- it's (\n({victim})
dbsh   select/**/pg_terminate_backend({victim})
dbsh   /* select 1; */ select -- nothing\n\tpg_terminate_backend\n(\n{victim}\n)
dbsh   select pg_catalog /* . */ . -- (\r pg_terminate_backend({victim})
dbsh   select 1, pg_terminate_backend({victim})
dbsh   select case when true then pg_terminate_backend({victim}) end
dbsh   select case pg_terminate_backend({victim}) when null then 1 else 2 end
dbsh   select coalesce(null, pg_terminate_backend({victim})::text)
dbsh   select (select pg_terminate_backend({victim}))
dbsh   select * from pg_terminate_backend({victim})
dbsh   select * from pg_terminate_backend({victim}) as f
dbsh   select * from pg_terminate_backend({victim}) with ordinality
dbsh   select * from rows from (pg_terminate_backend({victim}), generate_series(1, 2))
dbsh   select * from (select pg_terminate_backend({victim})) x
dbsh   select * from orders, lateral (select pg_terminate_backend({victim})) x
dbsh   select * from orders cross join lateral pg_terminate_backend({victim}) x
dbsh   select 1 from orders left join lateral pg_terminate_backend({victim}) f on true
dbsh   select 1 where pg_terminate_backend({victim}) is not null
dbsh   select id from orders order by pg_terminate_backend({victim})
dbsh   select count(*) from orders group by pg_terminate_backend({victim})
dbsh   select count(*) from orders having pg_terminate_backend({victim}) is null
dbsh   select 1 limit case when pg_terminate_backend({victim}) is null then 1 else 2 end
dbsh   select 1 offset case when pg_terminate_backend({victim}) is null then 1 else 0 end
dbsh   values (1), (case when pg_terminate_backend({victim}) is null then 2 end)
dbsh   values (pg_terminate_backend({victim}))
dbsh   with x as (select pg_terminate_backend({victim})) select * from x
dbsh   with x as materialized (select pg_terminate_backend({victim}) as f) table x
dbsh   with x as not materialized (select pg_terminate_backend({victim}) as f) select f from x
dbsh   with recursive x(n) as (select 1 union all select n + 1 from x where n < 2 and pg_terminate_backend({victim}) is not null) select * from x
dbsh   with recursive x(n) as (select 1) search depth first by n set o select pg_terminate_backend({victim}) from x
dbsh   with "select" as (select 1) select pg_terminate_backend({victim}) from "select"
dbsh   select array(select pg_terminate_backend({victim}))
dbsh   select array[pg_terminate_backend({victim})]
dbsh   select row(pg_terminate_backend({victim}), 1)
dbsh   select exists (select pg_terminate_backend({victim}))
dbsh   select 1 in (select case when pg_terminate_backend({victim}) is null then 1 else 2 end)
dbsh   select distinct on (pg_terminate_backend({victim})) id from orders
dbsh   select count(*) filter (where pg_terminate_backend({victim}) is not null) from orders
dbsh   select sum(id) over (order by pg_terminate_backend({victim})) from orders
dbsh   select sum(id) over w from orders window w as (partition by pg_terminate_backend({victim}))
dbsh   select 'x' || pg_terminate_backend({victim})::text
dbsh   select pg_terminate_backend({victim})::text
dbsh   select cast(pg_terminate_backend({victim}) as text)
dbsh   select 1 union all select case when pg_terminate_backend({victim}) is null then 1 else 2 end
dbsh   select $$not here$$, pg_terminate_backend({victim})
dbsh   select '--', pg_terminate_backend({victim})
dbsh   select '/*', pg_terminate_backend({victim}) /* */
dbsh   select $a$ ' $b$ $a$, pg_terminate_backend({victim})
dbsh   select e'\\'', pg_terminate_backend({victim})
dbsh   select 'it''s', pg_terminate_backend({victim})
dbsh   select E'\\\\', pg_terminate_backend({victim}) --'
dbsh   select pg_terminate_backend({victim}) as "select" from orders where note <> '--'
dbsh   (select pg_terminate_backend({victim}))
dbsh   ((select pg_terminate_backend({victim})))
dbsh   (values (pg_terminate_backend({victim})))
dbsh   (with x as (select pg_terminate_backend({victim})) select * from x)
dbsh   select all pg_terminate_backend({victim})
dbsh   select pg_terminate_backend({victim}) is not distinct from null
dbsh   select jsonb_build_object('a', pg_terminate_backend({victim}))
dbsh   select format('%s', pg_terminate_backend({victim}))
dbsh   select greatest(pg_terminate_backend({victim})::text, 'a')
dbsh   select x from generate_series(1, case when pg_terminate_backend({victim}) is null then 1 else 2 end) x
dbsh   select id from orders where id = any (array(select case when pg_terminate_backend({victim}) is null then 1 end))
dbsh   select 1 from orders join customers on pg_terminate_backend({victim}) is null
dbsh   select (array[1, 2])[case when pg_terminate_backend({victim}) is null then 1 else 2 end]
dbsh   select nullif(pg_terminate_backend({victim})::text, '') from orders limit 1
dbsh   prepare p1 as select pg_terminate_backend({victim})
dbsh   prepare p2 as select pg_terminate_backend({victim}); execute p2
dbsh   prepare p3 (text) as select $1; execute p3(pg_terminate_backend({victim})::text)
dbsh   prepare p4 (text) as select $1; explain execute p4(pg_terminate_backend({victim})::text)
dbsh   declare c1 cursor with hold for select pg_terminate_backend({victim})
dbsh   begin; declare c2 cursor for select pg_terminate_backend({victim}); fetch all in c2
dbsh   begin; declare c3 insensitive scroll cursor without hold for select pg_terminate_backend({victim}); move forward 1 in c3
dbsh   explain analyze select pg_terminate_backend({victim})
dbsh   explain (analyze) select pg_terminate_backend({victim})
dbsh   EXPLAIN (VERBOSE, ANALYZE TRUE, COSTS OFF) SELECT pg_terminate_backend({victim})
dbsh   explain (analyze on, format json) select pg_terminate_backend({victim})
dbsh   explain analyse verbose select pg_terminate_backend({victim})
dbsh   explain (analyze off, analyze 1) select pg_terminate_backend({victim})
dbsh   explain analyze values (pg_terminate_backend({victim}))
dbsh   explain analyze with x as (select pg_terminate_backend({victim})) select * from x
dbsh   copy (select pg_terminate_backend({victim})) to stdout
dbsh   copy (values (pg_terminate_backend({victim}))) to stdout with (format csv)
dbsh   begin; select 1; select pg_terminate_backend({victim})
dbsh   begin read only; savepoint a; select pg_terminate_backend({victim})
dbsh   select id from orders fetch first case when pg_terminate_backend({victim}) is null then 1 else 2 end rows only
dbsh   select (pg_terminate_backend({victim}))
dbsh   select - 1, ( ( pg_terminate_backend({victim}) ) )
dbsh   select 1 as a, 2 as "from", pg_terminate_backend({victim}) from (values (1)) "into"
dbsh   select id from orders where pg_terminate_backend({victim}) is null for update
dbsh   select pg_cancel_backend({victim})
dbsh   sElEcT pG_CaNcEl_bAcKeNd({victim})
dbsh   select pg_catalog.pg_cancel_backend({victim})
dbsh   select PG_CATALOG . pg_cancel_backend ({victim})
dbsh   select "pg_cancel_backend"({victim})
dbsh   select pg_catalog."pg_cancel_backend"({victim})
dbsh   select * from pg_cancel_backend({victim}) with ordinality
dbsh   select id from orders order by pg_cancel_backend({victim})
dbsh   with x as (select pg_cancel_backend({victim})) select * from x
dbsh   select array[pg_cancel_backend({victim})]
dbsh   select sum(id) over w from orders window w as (partition by pg_cancel_backend({victim}))
dbsh   select '/*', pg_cancel_backend({victim}) /* */
dbsh   select pg_log_backend_memory_contexts({victim})
dbsh   select "pg_catalog"."pg_log_backend_memory_contexts" ({victim})
dbsh   select U&"\\0070g_\\006cog\\005fba\\0063ke\\006ed_\\006dem\\006fry\\005fco\\006ete\\0078ts"({victim})
dbsh   select pg_catalog.U&"\\0070g_\\006cog\\005fba\\0063ke\\006ed_\\006dem\\006fry\\005fco\\006ete\\0078ts"({victim})
dbsh   select U&"!0070g_!006cog!005fba!0063ke!006ed_!006dem!006fry!005fco!006ete!0078ts" uescape '!' ({victim})
dbsh   select U&"#0070g_#006cog#005fba#0063ke#006ed_#006dem#006fry#005fco#006ete#0078ts" /* x */ UESCAPE -- y\n '#' ({victim})
dbsh   ((select pg_log_backend_memory_contexts({victim})))
dbsh   select greatest(pg_log_backend_memory_contexts({victim})::text, 'a')
dbsh   prepare p2 as select pg_log_backend_memory_contexts({victim}); execute p2
dbsh   explain (analyze) select pg_log_backend_memory_contexts({victim})
dbsh   copy (select pg_log_backend_memory_contexts({victim})) to stdout
dbsh   select 1 as a, 2 as "from", pg_log_backend_memory_contexts({victim}) from (values (1)) "into"
dbsh   select pg_terminate_backend(pid) from pg_stat_activity where pid = {victim}
dbsh   SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle' AND query_start < now() - interval '10 minutes' or pid = {victim};
dbsh   select pg_terminate_backend({victim}, 1000)
dbsh   select pg_terminate_backend(pid => {victim})
dbsh   select pg_cancel_backend(pid := {victim})
dbsh   select ({victim}).pg_terminate_backend
dbsh   select (a.pid).pg_cancel_backend from pg_stat_activity a where a.pid = {victim}
dbsh   select ({victim})."pg_terminate_backend"
dbsh   select (({victim})) . /* . */ pg_cancel_backend
dbsh   select (x.a).pg_cancel_backend from (values ({victim})) x(a)
dbsh   prepare a (int) as select $1.pg_cancel_backend; execute a({victim})
dbsh   select (array[{victim}])[1].pg_cancel_backend
dbsh   select g.pg_cancel_backend from generate_series({victim}, {victim}) g
dbsh   select g.pg_terminate_backend from unnest(array[{victim}]) as g (x)
dbsh   select 1 from unnest(array[{victim}]) g order by g.pg_cancel_backend
dbsh   with g as (select 1) select h . /* */ "pg_cancel_backend" from unnest(array[{victim}]) h, g
dbsh   select a.*, (a.pid).pg_terminate_backend from pg_stat_activity a where pid = {victim}
dbsh   select ({victim}).U&"pg_terminate\\005fbackend"
dbsh   select ({victim}).pg_catalog.pg_terminate_backend
dbsh   select a.pg_cancel_backend from pg_stat_activity a where pid = {victim}
