-- Sequences: the server keeps them in READ ONLY, and nothing else would after a ROLLBACK.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
server select nextval('orders_id_seq')
server select setval('orders_id_seq', 815)
server select setval('orders_id_seq', 815, false)
server SELECT NEXTVAL('orders_id_seq')
server select pg_catalog.setval('orders_id_seq', 1)
server select "nextval"('orders_id_seq')
server select U&"next\\0076al"('orders_id_seq')
server select setval/**/('orders_id_seq', (select coalesce(max(id), 1) from orders) + 1, false)
server SELECT setval('orders_id_seq',\n    (SELECT MAX(id) FROM orders) + 1,\n    false)
server select setval(pg_get_serial_sequence('orders', 'id'), coalesce(max(id), 0) + 1, false) from orders
server values (nextval('orders_id_seq'))
server with x as (select nextval('orders_id_seq')) select * from x
server select * from nextval('orders_id_seq')
server select id from orders order by nextval('orders_id_seq')
server explain analyze select nextval('orders_id_seq')
server prepare n as select nextval('orders_id_seq'); execute n
server begin; select nextval('orders_id_seq'); rollback
server declare n cursor with hold for select nextval('orders_id_seq')
server select case when true then setval('orders_id_seq', 1) end
server select ('orders_id_seq'::regclass).nextval
server alter sequence orders_id_seq restart
server alter sequence orders_id_seq increment by 1
server alter table orders alter column id restart with 815
server drop sequence orders_id_seq
server create sequence made
server create temp sequence made
any    copy (select nextval('orders_id_seq')) to stdout
