-- What the server says of itself and of this session, asked once after connecting.
-- Privileges: none.  Servers: 13 and newer.
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
       pg_catalog.concat(case pg_catalog.family(pg_catalog.inet_server_addr())
                              when 4 then pg_catalog.host(pg_catalog.inet_server_addr()) || ':'
                              when 6 then '[' || pg_catalog.host(pg_catalog.inet_server_addr()) || ']:'
                         end,
                         pg_catalog.current_setting('port')) as own_address
