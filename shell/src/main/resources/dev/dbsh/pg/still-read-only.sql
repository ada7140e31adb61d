-- Fails when the session would no longer be read-only by default, or text comes in another encoding than it is read in.
-- Run in a transaction of our own, below a savepoint, between statements that are sent together: an error keeps
-- the server from those behind it.
-- Privileges: none.  Servers: 13 and newer.
select 1 operator(pg_catalog./) case
           when pg_catalog.current_setting('default_transaction_read_only') operator(pg_catalog.=) 'on'
            and pg_catalog.current_setting('client_encoding')
                operator(pg_catalog.=) any ('{UTF8,SQL_ASCII}'::pg_catalog.text[]) then 1
           else 0
       end as read_only
