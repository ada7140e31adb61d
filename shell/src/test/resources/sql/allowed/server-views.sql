-- What an engineer on call looks at.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   select * from pg_stat_activity limit 5
runs   select * from pg_stat_replication limit 5
runs   select * from pg_stat_user_tables limit 5
runs   select * from pg_stat_all_indexes limit 5
runs   select * from pg_stat_database limit 5
runs   select * from pg_stat_bgwriter limit 5
runs   select * from pg_stat_archiver limit 5
runs   select * from pg_statio_user_tables limit 5
runs   select * from pg_stat_user_functions limit 5
runs   select * from pg_stat_progress_vacuum limit 5
runs   select * from pg_stat_progress_create_index limit 5
runs   select * from pg_stat_ssl limit 5
runs   select * from pg_stat_gssapi limit 5
runs   select * from pg_stat_xact_user_tables limit 5
runs   select * from pg_locks limit 5
runs   select * from pg_prepared_xacts limit 5
runs   select * from pg_prepared_statements limit 5
runs   select * from pg_cursors limit 5
runs   select * from pg_replication_slots limit 5
runs   select * from pg_stat_wal_receiver limit 5
runs   select * from pg_publication limit 5
runs   select * from pg_roles limit 5
runs   select * from pg_settings limit 5
runs   select * from pg_sequences limit 5
runs   select * from pg_indexes limit 5
runs   select * from pg_views limit 5
runs   select * from pg_matviews limit 5
runs   select * from pg_tables limit 5
runs   select * from pg_rules limit 5
runs   select * from pg_policies limit 5
runs   select * from pg_available_extensions limit 5
runs   select * from pg_stats limit 5
runs   select * from pg_timezone_abbrevs limit 5
runs   select * from information_schema.tables limit 5
runs   select * from information_schema.columns limit 5
runs   select * from information_schema.sequences limit 5
runs   select * from information_schema.routines limit 5
runs   select * from information_schema.table_constraints limit 5
runs   select pid, state, wait_event_type, wait_event, now() - xact_start as age, left(query, 80) from pg_stat_activity where state <> 'idle' order by xact_start
runs   select pid, pg_blocking_pids(pid) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0
runs   select l.pid, l.mode, l.granted, c.relname from pg_locks l join pg_class c on c.oid = l.relation where l.locktype = 'relation'
runs   select a.pid, a.query from pg_stat_activity a join pg_locks l using (pid) where not l.granted
runs   select c.relname, pg_size_pretty(pg_total_relation_size(c.oid)) from pg_class c where relkind = 'r' order by pg_total_relation_size(c.oid) desc limit 10
runs   select datname, age(datfrozenxid), pg_database_size(oid) from pg_database order by 2 desc
runs   select relname, n_live_tup, n_dead_tup, last_autovacuum, last_analyze from pg_stat_user_tables order by n_dead_tup desc
runs   select slot_name, active, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) as behind from pg_replication_slots
runs   select pg_current_wal_lsn(), pg_walfile_name(pg_current_wal_lsn()), pg_is_in_recovery()
runs   select current_setting('transaction_read_only'), current_setting('default_transaction_read_only')
runs   select name, setting, unit, source, pending_restart from pg_settings where name like 'autovacuum%'
runs   select gid, prepared, owner, database, age(transaction) from pg_prepared_xacts
runs   select indexrelid::regclass from pg_index where not indisvalid
runs   select conrelid::regclass, conname from pg_constraint where not convalidated
runs   select pg_get_viewdef('order_view'), pg_get_functiondef('lift()'::regprocedure)
runs   select pg_get_indexdef(indexrelid), pg_get_constraintdef(c.oid) from pg_index i left join pg_constraint c on c.conindid = i.indexrelid limit 3
runs   select txid_current_snapshot(), pg_current_snapshot(), txid_current_if_assigned()
runs   select pg_xact_status('3'::xid8), pg_postmaster_start_time(), pg_conf_load_time()
runs   select * from pg_ls_waldir() limit 1
runs   select * from pg_ls_dir('.') limit 1
runs   select pg_read_file('PG_VERSION')
runs   select size from pg_stat_file('PG_VERSION')
runs   select * from pg_hba_file_rules limit 1
runs   select * from pg_file_settings limit 1
runs   select pg_stat_get_numscans('orders'::regclass), pg_stat_get_live_tuples('orders'::regclass)
runs   select pg_sequence_last_value('orders_id_seq')
runs   select last_value, is_called from orders_id_seq
runs   select pg_get_serial_sequence('orders', 'id')
runs   select pg_backend_pid(), inet_server_addr(), version()
runs   select pg_relation_filepath('orders'), pg_table_size('orders'), pg_indexes_size('orders')
runs   select pg_sleep(0)
runs   select pg_export_snapshot is null from (select 1 as pg_export_snapshot) x
runs   select * from pg_control_checkpoint()
runs   select pg_stat_clear_snapshot()
runs   select lo_get({lo})
runs   select loid, count(*) from pg_largeobject group by 1
runs   select count(*) from pg_largeobject_metadata
runs   select lo_get({lo}, 0, 2)
runs   select pg_replication_origin_progress('dbsh_kept', false)
runs   select * from pg_replication_origin_status
runs   select pg_notification_queue_usage()
runs   select pg_listening_channels()
runs   select 1 where false
runs   select count(*) from pg_replication_slots where slot_name = '{slot}'
runs   select pg_trigger_depth(), pg_my_temp_schema(), pg_jit_available()
runs   select pg_current_xact_id_if_assigned()
runs   select setseed(0.5)
runs   select currval is null from (select null as currval) x
runs   select gen_random_uuid() is not null, random() < 2, clock_timestamp() > now()
