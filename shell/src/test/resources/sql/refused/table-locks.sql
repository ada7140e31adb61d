-- LOCK in every mode, which READ ONLY lets through, and row locks, which it does not.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   begin; lock table orders in access share mode
dbsh   begin; lock table orders in row share mode
dbsh   begin; lock table orders in row exclusive mode
dbsh   begin; lock table orders in share update exclusive mode
dbsh   begin; lock table orders in share mode
dbsh   begin; lock table orders in share row exclusive mode
dbsh   begin; lock table orders in exclusive mode
dbsh   begin; lock table orders in access exclusive mode
dbsh   begin; lock orders
dbsh   begin; LOCK TABLE orders
dbsh   begin; lock table only orders
dbsh   begin; lock table orders, customers in share mode nowait
dbsh   begin; Lock\tTable\n"orders"
dbsh   begin; lock public.orders
dbsh   begin; lock U&"order\\0073"
dbsh   begin; lock/**/table/**/orders
dbsh   begin read only; lock table orders in access exclusive mode
dbsh   begin; savepoint a; lock table orders
dbsh   begin; lock table orders *
dbsh   begin; /* select */ lock -- x\n table orders
dbsh   begin; lock order_notes in exclusive mode
dbsh   lock table orders
server select * from orders for update
server begin; select id from orders for update nowait
server select id from orders for update skip locked
server select * from orders o join customers c on true for update of o
server select * from (select * from orders for update) x
server with x as (select * from orders for update) select * from x
server begin; declare c cursor for select * from orders for update; fetch c
server prepare l as select * from orders for update; execute l
server explain analyze select * from orders for update
server (select * from orders) for update
server table orders for update
server select id from orders where id in (select id from customers for update)
server select * from orders for no key update
server begin; select id from orders for no key update nowait
server select id from orders for no key update skip locked
server select * from orders o join customers c on true for no key update of o
server select * from (select * from orders for no key update) x
server with x as (select * from orders for no key update) select * from x
server begin; declare c cursor for select * from orders for no key update; fetch c
server prepare l as select * from orders for no key update; execute l
server explain analyze select * from orders for no key update
server (select * from orders) for no key update
server table orders for no key update
server select id from orders where id in (select id from customers for no key update)
server select * from orders for share
server begin; select id from orders for share nowait
server select id from orders for share skip locked
server select * from orders o join customers c on true for share of o
server select * from (select * from orders for share) x
server with x as (select * from orders for share) select * from x
server begin; declare c cursor for select * from orders for share; fetch c
server prepare l as select * from orders for share; execute l
server explain analyze select * from orders for share
server (select * from orders) for share
server table orders for share
server select id from orders where id in (select id from customers for share)
server select * from orders for key share
server begin; select id from orders for key share nowait
server select id from orders for key share skip locked
server select * from orders o join customers c on true for key share of o
server select * from (select * from orders for key share) x
server with x as (select * from orders for key share) select * from x
server begin; declare c cursor for select * from orders for key share; fetch c
server prepare l as select * from orders for key share; execute l
server explain analyze select * from orders for key share
server (select * from orders) for key share
server table orders for key share
server select id from orders where id in (select id from customers for key share)
server SELECT * FROM orders FOR /* NO */ UPDATE
server select * from orders for\nno key\nupdate
server select * from orders limit 1 for update limit 1
server select 1 from order_notes for update
