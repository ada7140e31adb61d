-- Fails when the open transaction has written something, or text comes in another encoding than it is read in.
-- Run in a transaction of our own, below a savepoint, between statements that are sent together: an error keeps
-- the server from those behind it.
-- Privileges: none.  Servers: 13 and newer.
select 1 operator(pg_catalog./) case
           when pg_catalog.pg_current_xact_id_if_assigned() is null
            and pg_catalog.current_setting('client_encoding')
                operator(pg_catalog.=) any ('{UTF8,SQL_ASCII}'::pg_catalog.text[]) then 1
           else 0
       end as unwritten
