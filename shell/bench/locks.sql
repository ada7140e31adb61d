drop schema if exists lk cascade;;
create schema lk;;
create table lk.t (id int primary key, v text);;
insert into lk.t select g, 'x' from generate_series(1, 10) g;;
create table lk.u (id int primary key);;
create table lk.sp (key text, data text);;
create function lk.blurt(k text) returns text immutable language plpgsql as
  'begin perform pg_advisory_xact_lock_shared(999); return k; end';;
create unique index on lk.sp (key);;
create index on lk.sp (lk.blurt(key));;
create table lk.big (id int) with (parallel_workers = 2);;
insert into lk.big select generate_series(1, 10000);;
