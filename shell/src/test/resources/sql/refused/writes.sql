-- Changes of rows, in every place where one can stand.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
server insert into orders (note) values ('x')
server update orders set note = 'x'
server delete from orders
server insert into orders (note) values ('x') returning id
server update orders set note = 'x' returning *
server delete from orders returning id
server with x as (insert into orders (note) values ('x') returning id) select * from x
server WITH x(a) AS MATERIALIZED (insert into orders (note) values ('x') returning id) SELECT 1
server with a as (select 1), b as (insert into orders (note) values ('x') returning id) table b
server with recursive x as (insert into orders (note) values ('x') returning id) select count(*) from x
server with x as (insert into orders (note) values ('x') returning id) values (1)
server with x as not materialized (insert into orders (note) values ('x') returning id) select from x
server prepare w as insert into orders (note) values ('x') returning id; execute w
any    copy (insert into orders (note) values ('x') returning id) to stdout
server explain analyze insert into orders (note) values ('x') returning id
server declare w cursor with hold for with x as (insert into orders (note) values ('x') returning id) select * from x
server begin; insert into orders (note) values ('x') returning id; commit
server with x as (/* select */ insert into orders (note) values ('x') returning id) (select 1)
server /* select 1 */ insert into orders (note) values ('x') returning id
server with "select" as (insert into orders (note) values ('x') returning id) select 1 from "select"
server with x as (insert into orders (note) values ('x') returning id), y as (select 1) select * from y
server with x as (update orders set note = 'x' returning *) select * from x
server WITH x(a) AS MATERIALIZED (update orders set note = 'x' returning *) SELECT 1
server with a as (select 1), b as (update orders set note = 'x' returning *) table b
server with recursive x as (update orders set note = 'x' returning *) select count(*) from x
server with x as (update orders set note = 'x' returning *) values (1)
server with x as not materialized (update orders set note = 'x' returning *) select from x
server prepare w as update orders set note = 'x' returning *; execute w
any    copy (update orders set note = 'x' returning *) to stdout
server explain analyze update orders set note = 'x' returning *
server declare w cursor with hold for with x as (update orders set note = 'x' returning *) select * from x
server begin; update orders set note = 'x' returning *; commit
server with x as (/* select */ update orders set note = 'x' returning *) (select 1)
server /* select 1 */ update orders set note = 'x' returning *
server with "select" as (update orders set note = 'x' returning *) select 1 from "select"
server with x as (update orders set note = 'x' returning *), y as (select 1) select * from y
server with x as (delete from orders returning id) select * from x
server WITH x(a) AS MATERIALIZED (delete from orders returning id) SELECT 1
server with a as (select 1), b as (delete from orders returning id) table b
server with recursive x as (delete from orders returning id) select count(*) from x
server with x as (delete from orders returning id) values (1)
server with x as not materialized (delete from orders returning id) select from x
server prepare w as delete from orders returning id; execute w
any    copy (delete from orders returning id) to stdout
server explain analyze delete from orders returning id
server declare w cursor with hold for with x as (delete from orders returning id) select * from x
server begin; delete from orders returning id; commit
server with x as (/* select */ delete from orders returning id) (select 1)
server /* select 1 */ delete from orders returning id
server with "select" as (delete from orders returning id) select 1 from "select"
server with x as (delete from orders returning id), y as (select 1) select * from y
server INSERT INTO orders DEFAULT VALUES
server insert into orders select nextval('orders_id_seq')
server insert into public."orders" (note) values ($$x$$)
server insert into U&"order\\0073" (note) values ('x')
server insert/**/into/**/orders (note) values ('x')
server insert into orders (id, note) values (1, 'x') on conflict (id) do update set note = excluded.note
server insert into orders (id) values (1) on conflict do nothing
server insert into orders as o (note) select note from orders
server with x as (select 1) insert into orders (note) select 'x' from x
server with x as (select 1) update orders set note = 'x' from x
server with x as (select 1) delete from orders using x
server update only orders set note = 'x' where id = 1
server update orders as o set (note, amount) = (select 'x', 1)
server delete from only orders
server delete from orders where current of c
server delete from orders using customers where orders.id = customers.id
server truncate orders
server TRUNCATE TABLE orders, customers
server truncate only orders restart identity cascade
server truncate/**/orders
server merge into orders o using customers c on o.id = c.id when matched then update set note = 'x'
server MERGE INTO orders o USING customers c ON o.id = c.id WHEN NOT MATCHED THEN INSERT (note) VALUES ('x')
server with x as (select 1 as id) merge into orders o using x on o.id = x.id when matched then delete
server select lift()
server select note from orders where lift()
server select * from lift()
server select writes()
server values (writes())
server select touched from order_writes
server refresh materialized view order_counts
server refresh materialized view concurrently order_counts
server insert into order_notes values (1, 'x')
server update order_notes set note = 'x'
server delete from order_notes
any    copy orders from stdin
any    copy orders (note) from stdin with (format csv)
