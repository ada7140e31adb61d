-- Transactions that would write, or stay behind.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   begin read write; insert into orders (note) values ('lifted'); commit
dbsh   BEGIN READ WRITE; insert into orders (note) values ('lifted'); commit
dbsh   begin transaction read write; insert into orders (note) values ('lifted'); commit
dbsh   begin work isolation level serializable, read write; insert into orders (note) values ('lifted'); commit
dbsh   begin isolation level repeatable read read write; insert into orders (note) values ('lifted'); commit
dbsh   begin /* read only */ read/**/write; insert into orders (note) values ('lifted'); commit
dbsh   begin read only, read write; insert into orders (note) values ('lifted'); commit
dbsh   BEGIN WORK ISOLATION LEVEL SERIALIZABLE, READ -- only\n WRITE; insert into orders (note) values ('lifted'); commit
dbsh   begin not deferrable, read write; insert into orders (note) values ('lifted'); commit
dbsh   start transaction read write; insert into orders (note) values ('lifted'); commit
dbsh   START TRANSACTION READ WRITE; insert into orders (note) values ('lifted'); commit
dbsh   start transaction isolation level serializable read write; insert into orders (note) values ('lifted'); commit
dbsh   start /* a */ transaction /* b */ read /* c */ write; insert into orders (note) values ('lifted'); commit
dbsh   Start\nTransaction\nRead\nWrite; insert into orders (note) values ('lifted'); commit
dbsh   begin; prepare transaction 'dbsh_a'
dbsh   begin; select 1; PREPARE TRANSACTION 'dbsh_b'
dbsh   begin; prepare/**/transaction 'dbsh_c'
dbsh   begin; /* a */ prepare -- b\n transaction 'dbsh_d'
dbsh   begin; prepare transaction $$dbsh_e$$
dbsh   begin; prepare transaction e'dbsh_f'
dbsh   begin read only; prepare transaction 'dbsh_g'
dbsh   prepare transaction 'dbsh_h'
dbsh   commit prepared '{gid}'
dbsh   COMMIT PREPARED '{gid}'
dbsh   commit /* x */ prepared '{gid}'
dbsh   Commit\nPrepared\n'{gid}'
dbsh   commit prepared $${gid}$$
dbsh   rollback prepared '{gid}'
dbsh   ROLLBACK PREPARED '{gid}'
dbsh   rollback -- to\n prepared '{gid}'
dbsh   begin; commit prepared '{gid}'
dbsh   commit; commit prepared '{gid}'
server begin; savepoint a; insert into orders (note) values ('x')
server begin; savepoint a; select 1; rollback to a; insert into orders (note) values ('x'); commit
server begin; savepoint a; savepoint b; release a; update orders set note = 'x'; commit
server begin; commit; insert into orders (note) values ('x')
server begin; rollback; insert into orders (note) values ('x')
server begin; commit and chain; insert into orders (note) values ('x')
server begin; rollback and chain; insert into orders (note) values ('x'); commit
server begin; commit and no chain; delete from orders
server begin isolation level serializable; delete from orders; commit
server start transaction; delete from orders; end
server begin; begin; delete from orders; commit
server begin; end; delete from orders
server abort; delete from orders
server commit; delete from orders
server end; truncate orders
server rollback; drop table orders
server begin; declare c cursor with hold for select 1; commit; delete from orders
server discard all; delete from orders
server reset all; delete from orders
server reset session authorization; delete from orders
server set role none; delete from orders
server set session authorization default; delete from orders
server begin; set constraints all deferred; delete from orders
server set local search_path = public; delete from orders
server begin; set transaction isolation level serializable; delete from orders
server set session characteristics as transaction isolation level serializable; delete from orders
server set transaction read only; delete from orders
server deallocate all; delete from orders
server listen a; delete from orders
server begin deferrable; delete from orders
server begin read only; delete from orders; commit
server set session characteristics as transaction read only; delete from orders
server set default_transaction_read_only = on; delete from orders
server begin transaction isolation level repeatable read, read only; delete from orders
