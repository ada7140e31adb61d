-- Words that change things, as names.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   select x.delete, x.update, x.insert from (select 1 as delete, 2 as update, 3 as insert) x
runs   select delete from (values (1)) as x(delete)
runs   with delete as (select 1 as a) select * from delete
runs   with insert as (select 1), update as (select 2) select * from insert, update
runs   select 1 as truncate, 2 as drop, 3 as alter, 4 as lock, 5 as notify
runs   select a.lock from (select 1 as lock) a
runs   select vacuum from (select 1 as vacuum) analyzed
runs   select 1 as commit, 2 as rollback, 3 as "begin read write"
runs   select * from (values (1)) as copy(program)
runs   select "delete" from (select 1 as "delete") "drop"
runs   select (delete) from (select 1 as delete) x
runs   select count(delete) from (select 1 as delete) x
runs   select * from json_to_record('{"update": "a", "b": 1}') as (update text, b int)
runs   select * from json_to_record('{"delete": "a"}') as x(delete text)
runs   select x.into from (select 1 as into) x
runs   select 1 as into
runs   select 1 as for, 2 as update
runs   select 1 "for update"
runs   select "do".call from (select 1 as call) do_ cross join (select 1 as call) "do"
runs   select load, checkpoint from (select 1 as load, 2 as checkpoint) prepare
runs   select set.reset from (select 1 as reset) as set
runs   select nextval from (select 1 as nextval) x
runs   select pg_cancel_backend from (select 1 as pg_cancel_backend) x
runs   select 1 as pg_terminate_backend
runs   select pg_notify from (select 1) as t(pg_notify)
runs   select "pg_advisory_lock" from (select 1 as "pg_advisory_lock") "lock"
runs   select write, read from (select 1 as write, 2 as read) committed
runs   select temp, temporary from (select 1 as temp, 2 as temporary) unlogged
runs   select explain, analyze_ from (select 1 as explain, 2 as analyze_) x
runs   select substring('abc' from 2 for share) from (select 1 as share) x
runs   select x.execute, x.cluster, x.reindex from (select 1 as execute, 2 as cluster, 3 as reindex) x
runs   with merge as (select 1 as "using") select m."using" from merge m
runs   select transaction_read_only from (select 1 as transaction_read_only) x
runs   table orders
runs   with call as (values (1)) table call
runs   select proname from pg_proc where proname = 'pg_terminate_backend'
runs   select p.oid::regprocedure from pg_proc p where p.proname in ('nextval', 'setval', 'lo_create')
runs   select 'pg_terminate_backend'::regproc
runs   select to_regproc('pg_advisory_lock_shared')
runs   select has_function_privilege('pg_terminate_backend(int, bigint)', 'execute')
