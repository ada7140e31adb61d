-- DO and CALL: what they do is not in the statement.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   do $$ begin insert into orders (note) values ('x'); end $$
dbsh   DO $$ begin perform 1; end $$
dbsh   do language plpgsql $$ begin null; end $$
dbsh   do $a$ begin execute 'select pg_termin' || 'ate_backend({victim})'; end $a$
dbsh   do 'begin null; end'
dbsh   do e'begin null; end' language plpgsql
dbsh   do $$ begin commit; set transaction read write; insert into orders (note) values ('x'); end $$
dbsh   Do\n$$ begin perform pg_notify('dbsh_heard', 'x'); end $$
dbsh   /* a */ do /* b */ $$ begin null; end $$
dbsh   begin; do $$ begin null; end $$
dbsh   do $$ begin perform set_config('default_transaction_read_only', 'off', false); end $$; insert into orders (note) values ('x')
dbsh   do $$ begin lock table orders; end $$
dbsh   do U&'begin null; end'
dbsh   DO LANGUAGE 'plpgsql' 'begin null; end'
dbsh   call escape()
dbsh   CALL public.escape()
dbsh   call "escape"()
dbsh   call U&"esc\\0061pe"()
dbsh   call/**/escape()
dbsh   Call\npublic . escape ( )
dbsh   begin; call escape()
dbsh   call escape() ;
dbsh   call -- x\n escape()
dbsh   call quiet(1)
dbsh   call pg_catalog.pg_sleep()
dbsh   call public.quiet(null)
dbsh   call quiet(pg_backend_pid())
