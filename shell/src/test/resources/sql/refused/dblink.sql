-- Other servers.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
-- needs dblink
dbsh   select dblink_exec('{dblink}', 'insert into orders (note) values (1)')
dbsh   select dblink_exec('{dblink}', 'select pg_advisory_lock(815)')
dbsh   select * from dblink('{dblink}', 'insert into orders (note) values (1) returning id') as t(id int)
dbsh   select * from dblink('{dblink}', 'select nextval(''orders_id_seq'')') as t(id bigint)
dbsh   select dblink_connect('{dblink}')
dbsh   select dblink_connect('d', '{dblink}')
dbsh   select dblink_connect_u('d', '{dblink}')
dbsh   select public.dblink_exec('{dblink}', 'delete from orders')
dbsh   select "dblink_exec"('{dblink}', 'delete from orders')
dbsh   select U&"dblink\\005fexec"('{dblink}', 'delete from orders')
dbsh   SELECT DBLINK_EXEC('{dblink}', 'delete from orders')
dbsh   select dblink_exec/**/('{dblink}', 'truncate orders')
dbsh   with x as (select dblink_exec('{dblink}', 'truncate orders')) select * from x
dbsh   select case when true then dblink_exec('{dblink}', 'drop table orders') end
dbsh   select * from orders o, lateral dblink('{dblink}', 'delete from orders returning id') as t(id int)
dbsh   explain analyze select dblink_exec('{dblink}', 'delete from orders')
dbsh   prepare d as select dblink_exec('{dblink}', 'delete from orders')
dbsh   declare d cursor with hold for select dblink_exec('{dblink}', 'delete from orders')
dbsh   copy (select dblink_exec('{dblink}', 'delete from orders')) to stdout
dbsh   values (dblink_exec('{dblink}', 'delete from orders'))
dbsh   select dblink_send_query('d', 'delete from orders')
dbsh   select dblink_open('d', 'c', 'select 1; delete from orders')
dbsh   select dblink_cancel_query('d')
dbsh   select dblink_fetch('d', 'c', 1)
dbsh   select dblink_close('d', 'c')
dbsh   begin; select dblink_exec('{dblink}', 'delete from orders'); rollback
