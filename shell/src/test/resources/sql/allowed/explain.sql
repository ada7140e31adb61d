-- EXPLAIN that runs nothing, or a read.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   explain select 1
runs   EXPLAIN SELECT * FROM orders
runs   explain verbose select * from orders
runs   explain (costs off) select * from orders
runs   explain (verbose, costs off, format json) select 1
runs   explain analyze select * from orders
runs   explain (analyze, buffers) select count(*) from orders
runs   explain (analyze, timing off, summary off) select 1
runs   explain (analyze false) insert into orders (note) values ('x')
runs   explain (analyze off) delete from orders
runs   explain insert into orders (note) values ('x')
runs   explain update orders set note = 'x'
runs   explain delete from orders where id = 1
runs   explain with x as (delete from orders returning *) select * from x
runs   explain (format yaml) update orders set note = 'x'
runs   explain select pg_terminate_backend(1)
runs   explain select * from orders for update
runs   explain create table made as select 1
runs   explain create materialized view made as select 1
runs   explain select 1 as a into made
runs   explain (costs off) select nextval('orders_id_seq')
runs   explain select pg_advisory_lock(1)
runs   explain verbose delete from orders
runs   explain (analyze off, verbose) select 1
runs   explain values (1)
runs   explain table orders
runs   explain (select 1)
runs   explain analyze table orders
runs   explain analyze with x as (select 1) select * from x
runs   explain (settings, wal off) select 1
runs   explain (analyze 0) delete from orders
runs   explain (analyze 'off') delete from orders
runs   explain declare c cursor for select 1
runs   explain (summary) select 'explain analyze delete'
runs   explain merge into orders o using customers c on o.id = c.id when matched then delete
runs   explain analyze values (1)
runs   explain analyse select 1
runs   explain ((select 1))
