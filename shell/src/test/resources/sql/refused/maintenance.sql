-- What keeps tables and the server in order, and statements that dbsh does not know.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   vacuum
dbsh   VACUUM orders
dbsh   vacuum full orders
dbsh   vacuum (full) orders
dbsh   vacuum freeze orders
dbsh   vacuum (verbose, analyze) orders
dbsh   vacuum verbose
dbsh   vacuum analyze
dbsh   VaCuUm\n"orders"
dbsh   /* a */ vacuum -- b\n orders
dbsh   vacuum orders, customers
dbsh   vacuum (parallel 0) orders
dbsh   vacuum (truncate off) U&"order\\0073"
dbsh   analyze
dbsh   analyse
dbsh   ANALYZE orders
dbsh   analyze orders (note)
dbsh   analyze verbose orders
dbsh   analyze (verbose) orders
dbsh   analyze (skip_locked) orders
dbsh   analyze "orders"
dbsh   begin; analyze orders
dbsh   analyze orders, customers
dbsh   Analyze public.orders
dbsh   analyze/**/orders
dbsh   reindex table orders
dbsh   reindex index orders_pkey
dbsh   REINDEX (VERBOSE) TABLE orders
dbsh   reindex table concurrently orders
dbsh   reindex (concurrently) table orders
dbsh   reindex index concurrently orders_pkey
dbsh   reindex database {database}
dbsh   reindex schema public
dbsh   reindex schema concurrently public
dbsh   reindex system {database}
dbsh   begin; reindex table orders
dbsh   reindex (concurrently false) index "orders_pkey"
dbsh   reindex /* x */ table -- y\n orders
dbsh   reindex index public.orders_note_idx
dbsh   cluster
dbsh   cluster orders using orders_pkey
dbsh   CLUSTER verbose orders using orders_pkey
dbsh   cluster (verbose) orders using orders_pkey
dbsh   cluster orders
dbsh   begin; cluster orders using orders_pkey
dbsh   cluster orders_pkey on orders
dbsh   checkpoint
dbsh   CHECKPOINT
dbsh   CheckPoint
dbsh   /* select 1 */ checkpoint
dbsh   begin; checkpoint
dbsh   checkpoint (mode fast)
dbsh   load 'pg_stat_statements'
dbsh   LOAD 'auto_explain'
dbsh   load $$dblink$$
dbsh   load e'plpgsql'
dbsh   begin; load 'plpgsql'
dbsh   load '$libdir/plpgsql'
dbsh   repack orders
dbsh   repack (concurrently) orders
dbsh   wait for lsn '0/1'
dbsh   frobnicate orders
dbsh   upsert into orders values (1)
dbsh   admin shutdown
dbsh   purge orders
dbsh   kill {victim}
dbsh   exec pg_reload_conf
dbsh   alter system set work_mem = '8MB'
dbsh   ALTER SYSTEM RESET ALL
dbsh   alter system reset work_mem
dbsh   alter /* x */ system set log_statement to 'all'
dbsh   Alter System Set archive_command = 'touch {file}'
dbsh   begin; alter system set work_mem = '8MB'
dbsh   select brin_summarize_new_values('orders_brin')
dbsh   sElEcT bRiN_SuMmArIzE_NeW_VaLuEs('orders_brin')
dbsh   select * from brin_summarize_new_values('orders_brin') with ordinality
dbsh   select brin_summarize_range('orders_brin', 0)
dbsh   select pg_catalog.brin_summarize_range('orders_brin', 0)
dbsh   select id from orders order by brin_summarize_range('orders_brin', 0)
dbsh   select brin_desummarize_range('orders_brin', 0)
dbsh   select PG_CATALOG . brin_desummarize_range ('orders_brin', 0)
dbsh   with x as (select brin_desummarize_range('orders_brin', 0)) select * from x
dbsh   select gin_clean_pending_list('orders_gin')
dbsh   select "gin_clean_pending_list"('orders_gin')
dbsh   select array[gin_clean_pending_list('orders_gin')]
dbsh   select pg_import_system_collations('public')
dbsh   select pg_catalog."pg_import_system_collations"('public')
dbsh   select sum(id) over w from orders window w as (partition by pg_import_system_collations('public'))
dbsh   select pg_reload_conf()
dbsh   select "pg_catalog"."pg_reload_conf" ()
dbsh   select '/*', pg_reload_conf() /* */
dbsh   select pg_rotate_logfile()
dbsh   select U&"\\0070g_\\0072ot\\0061te\\005flo\\0067fi\\006ce"()
dbsh   ((select pg_rotate_logfile()))
dbsh   select pg_switch_wal()
dbsh   select pg_catalog.U&"\\0070g_\\0073wi\\0074ch\\005fwa\\006c"()
dbsh   select greatest(pg_switch_wal()::text, 'a')
dbsh   select pg_create_restore_point('dbsh')
dbsh   select U&"!0070g_!0063re!0061te!005fre!0073to!0072e_!0070oi!006et" uescape '!' ('dbsh')
dbsh   prepare p2 as select pg_create_restore_point('dbsh'); execute p2
dbsh   select pg_promote()
dbsh   select U&"#0070g_#0070ro#006dot#0065" /* x */ UESCAPE -- y\n '#' ()
dbsh   explain (analyze) select pg_promote()
dbsh   select pg_wal_replay_pause()
dbsh   select u&"pg\\+00005fwal_\\+000072epla\\+000079_pau\\+000073e"()
dbsh   copy (select pg_wal_replay_pause()) to stdout
dbsh   select pg_wal_replay_resume()
dbsh   select pg_wal_replay_resume/**/()
dbsh   select 1 as a, 2 as "from", pg_wal_replay_resume() from (values (1)) "into"
dbsh   select pg_log_standby_snapshot()
dbsh   select pg_log_standby_snapshot /* a /* b */ c */ ()
dbsh   select * from pg_log_standby_snapshot()
dbsh   select pg_backup_start('dbsh', true)
dbsh   select pg_backup_start -- it's (\n('dbsh', true)
dbsh   select 1 from orders left join lateral pg_backup_start('dbsh', true) f on true
dbsh   select pg_backup_stop()
dbsh   select/**/pg_backup_stop()
dbsh   values (1), (case when pg_backup_stop() is null then 2 end)
dbsh   select pg_start_backup('dbsh', true)
dbsh   /* select 1; */ select -- nothing\n\tpg_start_backup\n(\n'dbsh', true\n)
dbsh   with "select" as (select 1) select pg_start_backup('dbsh', true) from "select"
dbsh   select pg_stop_backup()
dbsh   select pg_catalog /* . */ . -- (\r pg_stop_backup()
dbsh   select count(*) filter (where pg_stop_backup() is not null) from orders
dbsh   select pg_nextoid('pg_am', 'oid', 'pg_am_oid_index')
dbsh   SELECT PG_NEXTOID('pg_am', 'oid', 'pg_am_oid_index')
dbsh   select $$not here$$, pg_nextoid('pg_am', 'oid', 'pg_am_oid_index')
dbsh   select pg_export_snapshot()
dbsh   sElEcT pG_ExPoRt_sNaPsHoT()
dbsh   select pg_export_snapshot() as "select" from orders where note <> '--'
dbsh   select bt_index_parent_check('orders_pkey')
dbsh   select pg_catalog.bt_index_parent_check('orders_pkey')
dbsh   select jsonb_build_object('a', bt_index_parent_check('orders_pkey'))
dbsh   select heap_force_freeze('orders', array['(0,1)']::tid[])
dbsh   select PG_CATALOG . heap_force_freeze ('orders', array['(0,1)']::tid[])
dbsh   select nullif(heap_force_freeze('orders', array['(0,1)']::tid[])::text, '') from orders limit 1
dbsh   select heap_force_kill('orders', array['(0,1)']::tid[])
dbsh   select "heap_force_kill"('orders', array['(0,1)']::tid[])
dbsh   begin; declare c3 insensitive scroll cursor without hold for select heap_force_kill('orders', array['(0,1)']::tid[]); move forward 1 in c3
dbsh   select pg_truncate_visibility_map('orders')
dbsh   select pg_catalog."pg_truncate_visibility_map"('orders')
dbsh   explain analyze values (pg_truncate_visibility_map('orders'))
dbsh   select pg_buffercache_evict(1)
dbsh   select "pg_catalog"."pg_buffercache_evict" (1)
dbsh   select (pg_buffercache_evict(1))
dbsh   select autoprewarm_dump_now()
dbsh   select U&"\\0061ut\\006fpr\\0065wa\\0072m_\\0064um\\0070_n\\006fw"()
dbsh   select coalesce(null, autoprewarm_dump_now()::text)
dbsh   select autoprewarm_start_worker()
dbsh   select pg_catalog.U&"\\0061ut\\006fpr\\0065wa\\0072m_\\0073ta\\0072t_\\0077or\\006ber"()
dbsh   select * from orders, lateral (select autoprewarm_start_worker()) x
