-- The settings that a built-in statement runs under.
-- Privileges: none.  Servers: 13 and newer.
select pg_catalog.current_setting('search_path') as search_path,
       pg_catalog.current_setting('lock_timeout') as lock_timeout,
       pg_catalog.current_setting('statement_timeout') as statement_timeout,
       pg_catalog.current_setting('jit') as jit,
       pg_catalog.current_setting('row_security') as row_security,
       pg_catalog.current_setting('transaction_read_only') as read_only
