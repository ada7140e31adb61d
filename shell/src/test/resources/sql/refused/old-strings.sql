-- In a session where a backslash in a string is no character: standard_conforming_strings = off.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
-- old strings
-- whole
dbsh   select '\\\\', pg_notify('dbsh_heard', 'x')
dbsh   select '\\'', pg_notify('dbsh_heard', 'x')
dbsh   select '\\';', pg_notify('dbsh_heard', 'x')
dbsh   select 'a\\'' || 'b', pg_notify('dbsh_heard', 'x')
dbsh   select E'\\\\' || '\\'' || pg_notify('dbsh_heard', 'x')
dbsh   select n'\\'', pg_notify('dbsh_heard', 'x')
dbsh   select $$\\$$, pg_notify('dbsh_heard', 'x'), '\\''
dbsh   select set_config('default_transaction_re\\x61d_only', 'off', false)
dbsh   select set_config('\\144efault_transaction_read_only', 'off', false)
dbsh   select query_to_xml('select pg_notify(\\'dbsh_heard\\', null)', true, true, '')
dbsh   copy (select 1) to '\\057tmp\\057dbsh_probe'
dbsh   select 'a\\''; notify dbsh_heard; --'
dbsh   select '\\'; commit; begin read write; insert into orders (note) values (\\'x\\'); commit; select '; notify dbsh_heard
dbsh   set default_transaction_read_only = '\\157ff'
any    select 'a\\', pg_notify('dbsh_heard', 'x') --'
any    select '\\' || ';commit; begin read write; insert into orders (note) values (1); commit; select '
any    select u&'\\0061', pg_notify
