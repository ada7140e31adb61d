-- EXPLAIN ANALYZE runs the statement: of CREATE TABLE AS and SELECT INTO even where the transaction is READ ONLY.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   explain analyze create table made as select 1
dbsh   EXPLAIN ANALYZE CREATE TABLE made AS SELECT 1
dbsh   explain (analyze) create table made as select 1
dbsh   explain (analyze, verbose) create temp table made as select 1
dbsh   explain analyze create table if not exists made as select 1
dbsh   explain analyze create unlogged table made as table orders
dbsh   explain analyze create materialized view made as select 1
dbsh   explain (analyze true) create materialized view made as select * from orders
dbsh   explain analyze select 1 as a into made
dbsh   explain analyze select * into made from orders
dbsh   explain (analyze, costs off) select id into temp made from orders
dbsh   explain analyze with x as (select 1 as a) select a into made from x
dbsh   explain analyze (select 1 as a into made)
dbsh   explain analyse select 1 as a into table made
dbsh   explain analyze verbose select 1 as a into made union select 2
dbsh   explain (analyze 1) select 1 as a /* into */ into/**/made
dbsh   explain (format json, analyze on) create table made (a) as values (1)
dbsh   explain analyze create table made as select 1 with no data
dbsh   prepare e as select 1 as a; explain analyze create table made as execute e
dbsh   begin; explain analyze create table made as select 1; commit
dbsh   explain (analyze off, analyze on) create table made as select 1
dbsh   explain ("analyze") create table made as select 1
dbsh   explain (U&"analyz\\0065") create table made as select 1
dbsh   explain (analyze 'on') create table made as select 1
dbsh   explain (analyze "true") select 1 as a into made
dbsh   explain (analyze yes) create table made as select 1
dbsh   explain /* */ analyze -- x\n create table made as select 1
dbsh   explain analyze create global temporary table made as select 1
dbsh   explain analyze create local temp table made on commit drop as select 1
dbsh   explain analyze select 1into made
dbsh   explain analyze with recursive t (set) as (select 1 as set union all select 1 from t where false) search depth first by set set update select 1 as a into made from t
dbsh   explain analyze select 1.5into made
dbsh   explain analyze create table made as select 1union select 2
server explain analyze insert into orders (note) values ('x')
server explain analyze update orders set note = 'x'
server explain analyze delete from orders
server explain (analyze) insert into orders select from orders
server explain analyze with x as (delete from orders returning *) select * from x
server explain (analyze, verbose) update orders set note = upper(note) where id = 1
server EXPLAIN ANALYZE VERBOSE DELETE FROM orders
server explain analyze merge into orders o using customers c on o.id = c.id when matched then delete
server prepare e2 as delete from orders; explain analyze execute e2
server begin; explain analyze declare c cursor for select * from orders for update
server create table made as select 1
server create materialized view made as select 1
server select 1 as a into made
server select * into temp made from orders
server (select 1 as a into made)
server with x as (select 1 as a) select a into made from x
server select 1 as a into unlogged made
server SELECT id INTO TEMPORARY TABLE made FROM orders
server select 1 as a into made union all select 2
