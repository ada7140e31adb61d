-- Words that change things, where they are only text.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   select 'insert into orders values (1)' as text
runs   select 1 /* insert into orders values (1) */
runs   select 'it''s insert into orders values (1)'
runs   /* insert into orders values (1) */ select 1
runs   explain select 'insert into orders values (1)'
runs   select 1 -- update orders set note = 1
runs   select 1 as "update orders set note = 1"
runs   select 'update orders set note = 1' union all select '--update orders set note = 1'
runs   select 1 /* a /* update orders set note = 1 */ b */
runs   select $a$update orders set note = 1$a$ as a
runs   select count(*) from orders where note = 'delete from orders' or note is null
runs   select jsonb_build_object('sql', 'delete from orders') ->> 'sql'
runs   -- delete from orders\nselect 1
runs   select e'delete from orders'
runs   select U&'delete from orders'
runs   values ('drop table orders'), ('b')
runs   select 'drop table orders' as text
runs   select 1 /* drop table orders */
runs   select 'it''s drop table orders'
runs   /* drop table orders */ select 1
runs   select $$truncate orders$$
runs   select 1 -- truncate orders
runs   select 1 as "truncate orders"
runs   select 'truncate orders' union all select '--truncate orders'
runs   select 1 /* a /* truncate orders */ b */
runs   select note from orders where note like '%alter system set x = 1%'
runs   select count(*) from orders where note = 'alter system set x = 1' or note is null
runs   select jsonb_build_object('sql', 'alter system set x = 1') ->> 'sql'
runs   -- alter system set x = 1\nselect 1
runs   select e'alter system set x = 1'
runs   with x as (select 'vacuum full' as y) select y from x
runs   values ('vacuum full'), ('b')
runs   select 'vacuum full' as text
runs   select 1 /* vacuum full */
runs   select 'it''s vacuum full'
runs   explain select 'lock table orders'
runs   select $$lock table orders$$
runs   select 1 -- lock table orders
runs   select 1 as "lock table orders"
runs   select 'lock table orders' union all select '--lock table orders'
runs   select $a$notify x$a$ as a
runs   select note from orders where note like '%notify x%'
runs   select count(*) from orders where note = 'notify x' or note is null
runs   select jsonb_build_object('sql', 'notify x') ->> 'sql'
runs   -- notify x\nselect 1
runs   select U&'do $x$ begin end $x$'
runs   with x as (select 'do $x$ begin end $x$' as y) select y from x
runs   values ('do $x$ begin end $x$'), ('b')
runs   select 'do $x$ begin end $x$' as text
runs   select 1 /* do $x$ begin end $x$ */
runs   /* call escape() */ select 1
runs   explain select 'call escape()'
runs   select $$call escape()$$
runs   select 1 -- call escape()
runs   select 1 as "call escape()"
runs   select 1 /* a /* copy orders to program $x$rm$x$ */ b */
runs   select $a$copy orders to program $x$rm$x$$a$ as a
runs   select note from orders where note like '%copy orders to program $x$rm$x$%'
runs   select count(*) from orders where note = 'copy orders to program $x$rm$x$' or note is null
runs   select jsonb_build_object('sql', 'copy orders to program $x$rm$x$') ->> 'sql'
runs   select e'set transaction_read_only = off'
runs   select U&'set transaction_read_only = off'
runs   with x as (select 'set transaction_read_only = off' as y) select y from x
runs   values ('set transaction_read_only = off'), ('b')
runs   select 'set transaction_read_only = off' as text
runs   select 'it''s begin read write'
runs   /* begin read write */ select 1
runs   explain select 'begin read write'
runs   select $$begin read write$$
runs   select 1 -- begin read write
runs   select 'prepare transaction 1' union all select '--prepare transaction 1'
runs   select 1 /* a /* prepare transaction 1 */ b */
runs   select $a$prepare transaction 1$a$ as a
runs   select note from orders where note like '%prepare transaction 1%'
runs   select count(*) from orders where note = 'prepare transaction 1' or note is null
runs   -- grant all on orders to public\nselect 1
runs   select e'grant all on orders to public'
runs   select U&'grant all on orders to public'
runs   with x as (select 'grant all on orders to public' as y) select y from x
runs   values ('grant all on orders to public'), ('b')
runs   select 1 /* checkpoint */
runs   select 'it''s checkpoint'
runs   /* checkpoint */ select 1
runs   explain select 'checkpoint'
runs   select $$checkpoint$$
runs   select 1 as "reindex table orders"
runs   select 'reindex table orders' union all select '--reindex table orders'
runs   select 1 /* a /* reindex table orders */ b */
runs   select $a$reindex table orders$a$ as a
runs   select note from orders where note like '%reindex table orders%'
runs   select jsonb_build_object('sql', 'pg_terminate_backend(1)') ->> 'sql'
runs   -- pg_terminate_backend(1)\nselect 1
runs   select e'pg_terminate_backend(1)'
runs   select U&'pg_terminate_backend(1)'
runs   with x as (select 'pg_terminate_backend(1)' as y) select y from x
runs   select 'pg_advisory_lock(1)' as text
runs   select 1 /* pg_advisory_lock(1) */
runs   select 'it''s pg_advisory_lock(1)'
runs   /* pg_advisory_lock(1) */ select 1
runs   explain select 'pg_advisory_lock(1)'
runs   select 1 -- nextval(1)
runs   select 1 as "nextval(1)"
runs   select 'nextval(1)' union all select '--nextval(1)'
runs   select 1 /* a /* nextval(1) */ b */
runs   select $a$nextval(1)$a$ as a
runs   select count(*) from orders where note = 'set_config(1)' or note is null
runs   select jsonb_build_object('sql', 'set_config(1)') ->> 'sql'
runs   -- set_config(1)\nselect 1
runs   select e'set_config(1)'
runs   select U&'set_config(1)'
runs   values ('dblink_exec(1)'), ('b')
runs   select 'dblink_exec(1)' as text
runs   select 1 /* dblink_exec(1) */
runs   select 'it''s dblink_exec(1)'
runs   /* dblink_exec(1) */ select 1
runs   select $$explain analyze create table x as select 1$$
runs   select 1 -- explain analyze create table x as select 1
runs   select 1 as "explain analyze create table x as select 1"
runs   select 'explain analyze create table x as select 1' union all select '--explain analyze create table x as select 1'
runs   select 1 /* a /* explain analyze create table x as select 1 */ b */
runs   select note from orders where note like '%for update%'
runs   select count(*) from orders where note = 'for update' or note is null
runs   select jsonb_build_object('sql', 'for update') ->> 'sql'
runs   -- for update\nselect 1
runs   select e'for update'
runs   with x as (select 'select 1 into x' as y) select y from x
runs   values ('select 1 into x'), ('b')
runs   select 'select 1 into x' as text
runs   select 1 /* select 1 into x */
runs   select 'it''s select 1 into x'
runs   explain select '; delete from orders'
runs   select $$; delete from orders$$
runs   select 1 -- ; delete from orders
runs   select 1 as "; delete from orders"
runs   select '; delete from orders' union all select '--; delete from orders'
runs   select $a$commit; delete from orders$a$ as a
runs   select note from orders where note like '%commit; delete from orders%'
runs   select count(*) from orders where note = 'commit; delete from orders' or note is null
runs   select jsonb_build_object('sql', 'commit; delete from orders') ->> 'sql'
runs   -- commit; delete from orders\nselect 1
