-- What the night did to m10_recovery: 130 pending events in 4 types, 6 of them failed and 2 in claims of a dead worker,
-- one expired lock and one that would stay for forty days, 4 dead letters, 3 replays.
insert into m10_recovery.distributed_locks (lock_name, holder_id, acquired_at, expires_at) values
  ('m10:reconcile', 'worker-a:4711', now() - interval '30 s', now() + interval '9 min'),
  ('stuck:lock', 'worker-b:1138', now() - interval '3 h', now() - interval '2 h 50 min'),
  ('m10:matview:mv_top_pending', 'worker-c:99', now() - interval '1 min', now() + interval '40 d');

insert into m10_recovery.outbox (aggregate_type, aggregate_id, event_type, payload, created_at)
select 'recovery_candidate', n, 'notify_ops', jsonb_build_object('n', n), now() - n * interval '1 min'
  from generate_series(1, 60) n;
insert into m10_recovery.outbox (aggregate_type, aggregate_id, event_type, payload, created_at)
select 'recovery_candidate', n, 'webhook_call', jsonb_build_object('n', n), now() - n * interval '1 h'
  from generate_series(1, 50) n;
insert into m10_recovery.outbox
  (aggregate_type, aggregate_id, event_type, payload, created_at, retry_count, next_retry_at, last_error)
select 'worker_execution', n, 'send_email', '{"to": "a@example.com"}', now() - interval '5 h', 2,
       now() + interval '20 min', 'SMTP 421 try again later'
  from generate_series(1, 12) n;
insert into m10_recovery.outbox
  (aggregate_type, aggregate_id, event_type, payload, created_at, retry_count, next_retry_at, last_error)
select 'recovery_candidate', 'p' || n, 'slack_message', '{"channel": "#ops"}', now() - interval '26 h', 3 + n,
       now() - interval '1 min',
       case when n <= 4 then 'HTTP 410 Gone: channel archived (request id ' || md5(n::text) || ')'
            else 'connect timed out after 30000 ms' end
  from generate_series(1, 6) n;
insert into m10_recovery.outbox
  (aggregate_type, aggregate_id, event_type, payload, created_at, claimed_by, claimed_until)
select 'recovery_candidate', 'c' || n, 'notify_ops', '{}', now() - interval '2 h', 'worker-dead:1',
       now() - interval '119 min'
  from generate_series(1, 2) n;
insert into m10_recovery.outbox
  (aggregate_type, aggregate_id, event_type, payload, created_at, processed_at, processed_by)
select 'recovery_candidate', n, 'notify_ops', '{}', now() - n * interval '1 min' - interval '90 s',
       now() - n * interval '1 min', 'worker-a:4711'
  from generate_series(1, 500) n;

select m10_recovery.archive_dead_letter('dl-' || n, 'orig-' || n, n, null, jsonb_build_object('n', n),
         case when n <= 3 then 'max_reclaims' else 'schema_error' end, 5, now() - n * interval '1 day')
  from generate_series(1, 4) n;
select m10_recovery.record_replay('orig-1', 'dl-1', p_replayed_by => 'alice');
select m10_recovery.record_replay('orig-2', 'dl-2', p_replayed_by => 'alice');
select m10_recovery.record_replay('orig-9', 'dl-9', p_replayed_by => 'bob');

grant usage on schema m10_recovery, legacy to shop_app, warehouse;
grant select, insert, update, delete on all tables in schema public, m10_recovery to shop_app, warehouse;
grant usage, select on all sequences in schema public, m10_recovery, legacy to shop_app, warehouse;
analyze;
select pg_create_physical_replication_slot('standby_berlin', true);
