-- NOTIFY: others hear it at COMMIT.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   notify dbsh_heard
dbsh   NOTIFY dbsh_heard, 'x'
dbsh   notify "dbsh_heard"
dbsh   Notify\ndbsh_heard
dbsh   notify/**/dbsh_heard
dbsh   /* a */ notify -- b\n dbsh_heard , 'payload'
dbsh   notify U&"dbsh\\005fheard"
dbsh   begin; notify dbsh_heard; commit
dbsh   begin; savepoint a; notify dbsh_heard; commit
dbsh   select pg_notify('dbsh_heard', 'x')
dbsh   sElEcT pG_NoTiFy('dbsh_heard', 'x')
dbsh   select pg_catalog.pg_notify('dbsh_heard', 'x')
dbsh   select PG_CATALOG . pg_notify ('dbsh_heard', 'x')
dbsh   select "pg_notify"('dbsh_heard', 'x')
dbsh   select pg_catalog."pg_notify"('dbsh_heard', 'x')
dbsh   select "pg_catalog"."pg_notify" ('dbsh_heard', 'x')
dbsh   select U&"\\0070g_\\006eot\\0069fy"('dbsh_heard', 'x')
dbsh   select pg_catalog.U&"\\0070g_\\006eot\\0069fy"('dbsh_heard', 'x')
dbsh   select * from pg_notify('dbsh_heard', 'x') with ordinality
dbsh   select id from orders order by pg_notify('dbsh_heard', 'x')
dbsh   with x as (select pg_notify('dbsh_heard', 'x')) select * from x
dbsh   select array[pg_notify('dbsh_heard', 'x')]
dbsh   select sum(id) over w from orders window w as (partition by pg_notify('dbsh_heard', 'x'))
dbsh   select '/*', pg_notify('dbsh_heard', 'x') /* */
dbsh   ((select pg_notify('dbsh_heard', 'x')))
dbsh   select greatest(pg_notify('dbsh_heard', 'x')::text, 'a')
dbsh   prepare p2 as select pg_notify('dbsh_heard', 'x'); execute p2
dbsh   explain (analyze) select pg_notify('dbsh_heard', 'x')
dbsh   copy (select pg_notify('dbsh_heard', 'x')) to stdout
dbsh   select 1 as a, 2 as "from", pg_notify('dbsh_heard', 'x') from (values (1)) "into"
