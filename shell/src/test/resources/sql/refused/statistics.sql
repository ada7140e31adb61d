-- Counters and statistics.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   select pg_stat_reset()
dbsh   sElEcT pG_StAt_rEsEt()
dbsh   select * from pg_stat_reset() with ordinality
dbsh   select pg_stat_reset_shared('bgwriter')
dbsh   select pg_catalog.pg_stat_reset_shared('bgwriter')
dbsh   select id from orders order by pg_stat_reset_shared('bgwriter')
dbsh   select pg_stat_reset_shared('archiver')
dbsh   select PG_CATALOG . pg_stat_reset_shared ('archiver')
dbsh   with x as (select pg_stat_reset_shared('archiver')) select * from x
dbsh   select pg_stat_reset_single_table_counters('orders'::regclass)
dbsh   select "pg_stat_reset_single_table_counters"('orders'::regclass)
dbsh   select array[pg_stat_reset_single_table_counters('orders'::regclass)]
dbsh   select pg_stat_reset_single_function_counters('lift()'::regprocedure)
dbsh   select pg_catalog."pg_stat_reset_single_function_counters"('lift()'::regprocedure)
dbsh   select sum(id) over w from orders window w as (partition by pg_stat_reset_single_function_counters('lift()'::regprocedure))
dbsh   select pg_stat_reset_slru('Notify')
dbsh   select "pg_catalog"."pg_stat_reset_slru" ('Notify')
dbsh   select '/*', pg_stat_reset_slru('Notify') /* */
dbsh   select pg_stat_reset_replication_slot('{slot}')
dbsh   select U&"\\0070g_\\0073ta\\0074_r\\0065se\\0074_r\\0065pl\\0069ca\\0074io\\006e_s\\006cot"('{slot}')
dbsh   ((select pg_stat_reset_replication_slot('{slot}')))
dbsh   select pg_stat_reset_subscription_stats(null)
dbsh   select pg_catalog.U&"\\0070g_\\0073ta\\0074_r\\0065se\\0074_s\\0075bs\\0063ri\\0070ti\\006fn_\\0073ta\\0074s"(null)
dbsh   select greatest(pg_stat_reset_subscription_stats(null)::text, 'a')
dbsh   select pg_stat_reset_backend_stats({victim})
dbsh   select U&"!0070g_!0073ta!0074_r!0065se!0074_b!0061ck!0065nd!005fst!0061ts" uescape '!' ({victim})
dbsh   prepare p2 as select pg_stat_reset_backend_stats({victim}); execute p2
dbsh   select pg_stat_statements_reset()
dbsh   select U&"#0070g_#0073ta#0074_s#0074at#0065me#006ets#005fre#0073et" /* x */ UESCAPE -- y\n '#' ()
dbsh   explain (analyze) select pg_stat_statements_reset()
dbsh   select pg_restore_relation_stats('schemaname', 'public', 'relname', 'orders', 'relpages', 815)
dbsh   select u&"pg\\+00005frest\\+00006fre_r\\+000065lati\\+00006fn_st\\+000061ts"('schemaname', 'public', 'relname', 'orders', 'relpages', 815)
dbsh   copy (select pg_restore_relation_stats('schemaname', 'public', 'relname', 'orders', 'relpages', 815)) to stdout
dbsh   select pg_clear_relation_stats('public', 'orders')
dbsh   select pg_clear_relation_stats/**/('public', 'orders')
dbsh   select 1 as a, 2 as "from", pg_clear_relation_stats('public', 'orders') from (values (1)) "into"
dbsh   select pg_restore_attribute_stats('schemaname', 'public', 'relname', 'orders', 'attname', 'note', 'inherited', false)
dbsh   select pg_restore_attribute_stats /* a /* b */ c */ ('schemaname', 'public', 'relname', 'orders', 'attname', 'note', 'inherited', false)
dbsh   select * from pg_restore_attribute_stats('schemaname', 'public', 'relname', 'orders', 'attname', 'note', 'inherited', false)
dbsh   select pg_clear_attribute_stats('public', 'orders', 'note', false)
dbsh   select pg_clear_attribute_stats -- it's (\n('public', 'orders', 'note', false)
dbsh   select 1 from orders left join lateral pg_clear_attribute_stats('public', 'orders', 'note', false) f on true
