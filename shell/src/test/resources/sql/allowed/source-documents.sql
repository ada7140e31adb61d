-- What the five source documents read.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   SELECT pg_get_serial_sequence('extraction_telemetry_v2','id') AS seq_name
runs   SELECT COALESCE(MAX(id), 0) AS max_id FROM extraction_telemetry_v2
runs   SELECT last_value, is_called FROM extraction_telemetry_v2_id_seq
runs   SELECT CASE WHEN is_called THEN last_value + 1 ELSE last_value END AS next_value FROM extraction_telemetry_v2_id_seq
runs   SELECT pid, usename, application_name, client_addr, state, query_start, left(query, 80) AS query FROM pg_stat_activity WHERE datname = current_database()
runs   SELECT subname, subenabled FROM pg_subscription
runs   SELECT schema_name FROM information_schema.schemata WHERE schema_name = 'm10_recovery';
runs   SELECT pid, state, query FROM pg_stat_activity WHERE query LIKE '%m10_recovery%' AND state != 'idle';
runs   SELECT table_name FROM information_schema.tables WHERE table_schema = 'm10_recovery' ORDER BY table_name;
runs   SELECT routine_name FROM information_schema.routines WHERE routine_schema = 'm10_recovery' ORDER BY routine_name;
runs   SELECT table_name FROM information_schema.tables WHERE table_schema = 'm10_recovery' AND table_name IN ('distributed_locks', 'replay_log', 'dead_letter_archive', 'outbox');
runs   SELECT * FROM m10_recovery.distributed_locks\nWHERE expires_at > now()\nORDER BY acquired_at DESC;
runs   SELECT * FROM m10_recovery.replay_log\nORDER BY replayed_at DESC\nLIMIT 20;
runs   SELECT original_msg_id, COUNT(*)\nFROM m10_recovery.replay_log\nGROUP BY original_msg_id\nHAVING COUNT(*) > 1;
runs   SELECT event_type, COUNT(*), MIN(created_at) as oldest\nFROM m10_recovery.outbox\nWHERE processed_at IS NULL\nGROUP BY event_type\nORDER BY oldest;
runs   SELECT * FROM m10_recovery.outbox\nWHERE processed_at IS NULL\n  AND retry_count > 3\nORDER BY created_at\nLIMIT 10;
runs   SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS migration_start
runs   SELECT * FROM thread_members LIMIT 1;
runs   SELECT * FROM call_logs LIMIT 1;
runs   SELECT max(id) FROM users;
runs   SELECT relname AS table, n_live_tup FROM pg_stat_user_tables ORDER BY n_live_tup DESC LIMIT 10;
runs   SELECT sequence_schema, sequence_name FROM information_schema.sequences WHERE sequence_schema='public';
runs   SELECT schemaname AS sequence_schema, sequencename AS sequence_name, last_value FROM pg_sequences WHERE schemaname = 'public'
runs   SELECT MAX(user_id), COUNT(*) FROM "user";
runs   SELECT last_value, is_called FROM user_user_id_seq;
runs   SELECT (SELECT MAX(user_id) FROM "user") + 1
runs   SELECT * FROM pg_stat_activity WHERE state = 'active' AND query_start < now() - interval '5 minutes'
runs   SELECT count(*) AS connections FROM pg_stat_activity WHERE datname = current_database();
runs   SELECT relrowsecurity FROM pg_class WHERE relname = 'credit_lots';
runs   SELECT tgname FROM pg_trigger WHERE tgrelid = 'crypto_payments'::regclass AND NOT tgisinternal;
runs   SELECT tgname FROM pg_trigger WHERE tgrelid = 'usage_events'::regclass;
runs   SELECT * FROM credit_lots;
runs   SELECT * FROM lot_balances LIMIT 1;
runs   SELECT c.relname, c.relkind, n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname IN ('credit_lots', 'lot_entries', 'lot_balances', 'webhook_events', 'crypto_payments', 'usage_events')
runs   SELECT pid, usename, query_start, left(query, 80) AS query FROM pg_stat_activity WHERE state = 'idle' AND query_start < now() - interval '10 minutes'
runs   SELECT version_num FROM (VALUES ('021_m10_durable_queue_fallback')) alembic_version(version_num)
runs   SELECT count(*) FROM lot_entries e WHERE NOT EXISTS (SELECT FROM credit_lots l WHERE l.id = e.lot_id)
runs   SELECT community_id, count(*) FROM credit_lots GROUP BY 1 ORDER BY 2 DESC
sent   SELECT app.current_community_id();
sent   SELECT m10_recovery.acquire_lock('test:runbook', 'runbook-test', 60);
sent   SELECT m10_recovery.release_lock('test:runbook', 'runbook-test');
sent   SELECT app.set_community_context(gen_random_uuid());
sent   SET ROLE arrakis_app; SELECT * FROM credit_lots;
sent   SELECT last_value FROM information_schema.sequences WHERE sequence_schema='public';
