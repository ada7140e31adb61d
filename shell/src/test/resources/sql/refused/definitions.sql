-- Changes of the catalog.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
server create table made (id int)
server create temp table made (id int)
server create temporary table made (id int) on commit drop
server create unlogged table made ()
server create table made (like orders including all)
server create table if not exists orders (id int)
server CREATE/**/TABLE made ()
server create schema made
server create view made as select 1
server create or replace view order_view as select 1 as id
server create temp view made as select 1
server create recursive view made (n) as select 1
server create index made on orders (note)
server create unique index made on orders (id)
server create index concurrently made on orders (note)
server create index if not exists orders_note_idx on orders (note)
server create function made() returns int language sql as 'select 1'
server create or replace function lift() returns boolean language sql as 'select true'
server create procedure made() language sql as ''
server create function made() returns int language sql return 1
server create function made() returns int begin atomic select 1; select 2; end
server create aggregate made (int) (sfunc = int4pl, stype = int)
server create trigger made after insert on orders for each row execute function suppress_redundant_updates_trigger()
server create rule made as on insert to customers do also (delete from orders; delete from order_notes)
server create event trigger made on ddl_command_end execute function nothing()
server create type made as enum ('a')
server create domain made as int check (value > 0)
server create cast (int as text) with inout
server create operator === (leftarg = int, rightarg = int, function = int4eq)
server create collation made from "C"
server create extension if not exists pg_trgm
server create role made
server create user made
server create group made
server create database made
server create tablespace made location '/tmp'
server create foreign data wrapper made
server create server made foreign data wrapper made
server create foreign table made (id int) server made
server create user mapping for current_user server made
server create policy made on orders
server create publication made
server create statistics made on id, note from orders
server create text search dictionary made (template = simple)
server create text search configuration made (copy = simple)
server create language made
server create access method made type index handler bthandler
server create transform for int language sql (from sql with function made(internal))
server create conversion made for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
server create operator class made for type int using btree as storage int
server create materialized view made as select 1 with no data
server alter table orders add column made int
server alter table orders drop column note
server alter table only orders alter note set default 'x'
server alter table orders rename to made
server alter table orders owner to current_user
server alter table orders set (fillfactor = 90)
server alter table orders disable trigger all
server alter table orders set schema pg_catalog
server alter table all in tablespace pg_default set tablespace pg_default
server alter index orders_note_idx rename to made
server alter view order_view rename to made
server alter function lift() volatile
server alter type mood add value 'x'
server alter schema public rename to made
server alter database {database} rename to made
server alter role current_user with nologin
server alter user current_user password 'x'
server alter default privileges grant select on tables to public
server alter extension plpgsql update
server alter policy made on orders using (true)
server alter materialized view order_counts rename to made
server alter large object {lo} owner to current_user
server alter event trigger made disable
server alter statistics made set statistics 1
server alter collation "C" refresh version
server drop table orders
server DROP TABLE IF EXISTS orders CASCADE
server drop/**/table orders
server drop table orders, customers
server drop view order_view
server drop index orders_note_idx
server drop index concurrently orders_note_idx
server drop function lift()
server drop procedure escape()
server drop routine lift
server drop schema public cascade
server drop type mood
server drop database made
server drop role if exists made
server drop owned by current_user
server drop materialized view order_counts
server drop trigger made on orders
server drop extension plpgsql
server drop cast (int as text)
server drop aggregate made (int)
server comment on table orders is 'x'
server COMMENT ON COLUMN orders.note IS NULL
server security label on table orders is 'x'
server grant select on orders to public
server revoke select on orders from public
server grant pg_monitor to current_user
server reassign owned by current_user to current_user
server import foreign schema made from server made into public
server grant all on large object {lo} to public
