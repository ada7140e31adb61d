-- What the server says of itself and of this session, asked once after connecting.
-- The check of a vanished client is set here and not at start-up, because servers before 14 refuse what they do not know.
-- Behind a pooler (the pid is not ours) a session setting would reach other clients, so none is made.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::integer as driver_pid, ?::text as connection_check
)
select pg_catalog.current_setting('server_version_num')::integer as version_number,
       pg_catalog.current_setting('server_version') as version_text,
       pg_catalog.current_database() as database,
       current_user as current_role_name,
       session_user as login_role_name,
       pg_catalog.current_setting('is_superuser') = 'on' as superuser,
       pg_catalog.pg_is_in_recovery() as standby,
       pg_catalog.current_setting('default_transaction_read_only') = 'on' as read_only,
       pg_catalog.pg_backend_pid() as backend_pid,
       not pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') as stats_hidden,
       case
         when pg_catalog.pg_backend_pid() = args.driver_pid
              and pg_catalog.current_setting('client_connection_check_interval', true) is not null
         then pg_catalog.set_config('client_connection_check_interval', args.connection_check, false)
       end as connection_check
  from args
