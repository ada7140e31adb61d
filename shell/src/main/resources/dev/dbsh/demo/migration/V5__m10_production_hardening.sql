create function m10_recovery.acquire_lock(p_lock_name text, p_holder_id text, p_ttl_seconds integer default 600)
returns boolean language plpgsql as $$
declare v_now timestamptz := clock_timestamp();
begin
  insert into m10_recovery.distributed_locks as l (lock_name, holder_id, acquired_at, expires_at)
  values (p_lock_name, p_holder_id, v_now, v_now + make_interval(secs => p_ttl_seconds))
  on conflict (lock_name) do update
     set holder_id = excluded.holder_id, acquired_at = excluded.acquired_at, expires_at = excluded.expires_at
   where l.expires_at <= v_now or l.holder_id = excluded.holder_id;
  return found;
end $$;

create function m10_recovery.extend_lock(p_lock_name text, p_holder_id text, p_ttl_seconds integer default 600)
returns boolean language plpgsql as $$
declare v_now timestamptz := clock_timestamp();
begin
  update m10_recovery.distributed_locks
     set expires_at = v_now + make_interval(secs => p_ttl_seconds)
   where lock_name = p_lock_name and holder_id = p_holder_id and expires_at > v_now;
  return found;
end $$;

create function m10_recovery.release_lock(p_lock_name text, p_holder_id text)
returns boolean language plpgsql as $$
begin
  delete from m10_recovery.distributed_locks
   where lock_name = p_lock_name and holder_id = p_holder_id;
  return found;
end $$;

create function m10_recovery.cleanup_expired_locks()
returns integer language sql as $$
  with gone as (delete from m10_recovery.distributed_locks where expires_at <= clock_timestamp() returning 1)
  select count(*)::integer from gone;
$$;

create function m10_recovery.record_replay(
  p_original_msg_id text,
  p_dl_msg_id     text,
  p_candidate_id  integer default null,
  p_idempotency_key uuid  default null,
  p_new_msg_id    text  default null,
  p_replayed_by   text  default 'system')
returns table (already_replayed boolean, replay_id bigint) language plpgsql as $$
begin
  insert into m10_recovery.replay_log as r
       (original_msg_id, dl_msg_id, candidate_id, idempotency_key, new_msg_id, replayed_by)
  values (p_original_msg_id, p_dl_msg_id, p_candidate_id, p_idempotency_key, p_new_msg_id, p_replayed_by)
  on conflict (original_msg_id) do nothing
  returning false, r.id into already_replayed, replay_id;
  if not found then
    select true, r.id into already_replayed, replay_id
      from m10_recovery.replay_log r where r.original_msg_id = p_original_msg_id;
  end if;
  return next;
end $$;

create function m10_recovery.archive_dead_letter(
  p_dl_msg_id    text,
  p_original_msg_id  text,
  p_candidate_id   integer,
  p_failure_match_id uuid,
  p_payload      jsonb,
  p_reason       text    default null,
  p_reclaim_count  integer   default 0,
  p_dead_lettered_at timestamptz default null,
  p_archived_by    text    default 'system')
returns bigint language plpgsql as $$
declare v_id bigint;
begin
  insert into m10_recovery.dead_letter_archive as d
       (dl_msg_id, original_msg_id, candidate_id, failure_match_id, payload, reason,
      reclaim_count, dead_lettered_at, archived_by)
  values (p_dl_msg_id, p_original_msg_id, p_candidate_id, p_failure_match_id, p_payload, p_reason,
      p_reclaim_count, coalesce(p_dead_lettered_at, clock_timestamp()), p_archived_by)
  on conflict (dl_msg_id) do update set archived_at = clock_timestamp()
  returning d.id into v_id;
  return v_id;
end $$;

create function m10_recovery.publish_outbox(
  p_aggregate_type text, p_aggregate_id text, p_event_type text, p_payload jsonb)
returns bigint language plpgsql as $$
declare v_id bigint;
begin
  insert into m10_recovery.outbox as o (aggregate_type, aggregate_id, event_type, payload)
  values (p_aggregate_type, p_aggregate_id, p_event_type, p_payload)
  on conflict (aggregate_type, aggregate_id, event_type) where processed_at is null
  do update set payload = excluded.payload
  returning o.id into v_id;
  return v_id;
end $$;

create function m10_recovery.claim_outbox_events(
  p_processor_id text, p_batch_size integer default 10, p_lease_seconds integer default 60)
returns table (event_id bigint, aggregate_type text, aggregate_id text, event_type text,
         payload jsonb, retry_count integer)
language plpgsql as $$
declare v_now timestamptz := clock_timestamp();
begin
  return query
  with pick as (
    select o.id
      from m10_recovery.outbox o
     where o.processed_at is null
       and (o.next_retry_at is null or o.next_retry_at <= v_now)
       and (o.claimed_until is null or o.claimed_until <= v_now)
     order by o.created_at, o.id
     limit p_batch_size
       for update skip locked)
  update m10_recovery.outbox u
     set claimed_by = p_processor_id, claimed_until = v_now + make_interval(secs => p_lease_seconds)
    from pick
   where u.id = pick.id
  returning u.id, u.aggregate_type, u.aggregate_id, u.event_type, u.payload, u.retry_count;
end $$;

create function m10_recovery.complete_outbox_event(
  p_event_id       bigint,
  p_processor_id     text,
  p_success      boolean,
  p_error        text  default null,
  p_base_delay_seconds integer default 60,
  p_max_delay_seconds  integer default 3600)
returns boolean language plpgsql as $$
begin
  if p_success then
    update m10_recovery.outbox
       set processed_at = clock_timestamp(), processed_by = p_processor_id,
         claimed_by = null, claimed_until = null, next_retry_at = null
     where id = p_event_id and processed_at is null
       and (claimed_by is null or claimed_by = p_processor_id);
  else
    update m10_recovery.outbox
       set last_error  = p_error,
         next_retry_at = clock_timestamp() + make_interval(secs =>
                 least(p_max_delay_seconds::float8,
                     p_base_delay_seconds * power(2, least(retry_count, 30)))),
         retry_count   = retry_count + 1,
         claimed_by = null, claimed_until = null
     where id = p_event_id and processed_at is null
       and (claimed_by is null or claimed_by = p_processor_id);
  end if;
  return found;
end $$;
