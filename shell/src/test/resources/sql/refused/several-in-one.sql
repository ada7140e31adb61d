-- Several statements in one text.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
-- whole
any    select 1; delete from orders
any    select 1; commit; delete from orders
any    select 1;commit;begin;delete from orders;commit
any    commit; insert into orders (note) values ('x')
any    begin read write; delete from orders; commit
any    select 1; select pg_terminate_backend({victim})
any    select 1;;; notify dbsh_heard
any    select ';'; truncate orders
any    select $$;$$; truncate orders
any    select 1 /* ; */; truncate orders
any    select 1 -- ;\n; truncate orders
any    rollback; truncate orders
any    ; delete from orders
any    ; ; delete from orders
any    select 1; set transaction_read_only = off
any    show work_mem; set default_transaction_read_only = off; delete from orders
any    explain select 1; delete from orders
any    set search_path = public; delete from orders
any    select (1;2); delete from orders
any    values (1); vacuum
any    select 1; do $$ begin null; end $$
any    select U&'!003b' uescape '!'; delete from orders
any    select e'\\';'; delete from orders
any    prepare p as select 1; delete from orders
any    create function made() returns int begin atomic select 1; end; delete from orders
any    select 1 \\; delete from orders
any    fetch c; delete from orders
any    listen a; notify dbsh_heard
any    select 'a\\'; delete from orders; --'
any    select 1; delete from orders
any    select 1; commit
