-- Files and programs of the server.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   copy orders to '{file}'
dbsh   copy (select 1) to '{file}'
dbsh   copy orders to program 'touch {file}'
dbsh   copy (select 1) to program 'touch {file}'
dbsh   COPY (SELECT 1) TO PROGRAM $$touch {file}$$
dbsh   copy orders (id) to '{file}' with (format csv)
dbsh   copy orders to '{file}' csv header
dbsh   copy public.orders to E'{file}'
dbsh   copy orders to U&'{file}'
dbsh   Copy\n(select * from orders)\nTo\n'{file}'
dbsh   copy /* to stdout */ orders to '{file}'
dbsh   copy orders to '{file}' -- stdout\n
dbsh   copy (select 'stdout') to '{file}'
dbsh   copy (select 1 as stdout) to '{file}'
dbsh   copy "stdout" to '{file}'
dbsh   copy (select 1 as "to stdout") to program 'touch {file}'
dbsh   copy (values (1)) to '{file}'
dbsh   copy (with x as (select 1) select * from x) to '{file}'
dbsh   copy (table orders) to '{file}'
dbsh   copy orders from program 'touch {file}'
dbsh   copy orders from program $$touch {file}$$ with (format csv)
dbsh   begin; copy orders to '{file}'
dbsh   copy binary orders to '{file}'
dbsh   copy orders to '{file}' using delimiters ','
dbsh   copy (select 1) to program 'cat > {file}' with (format text)
dbsh   copy (select note from orders) to '{file}' (format binary)
dbsh   copy pg_catalog.pg_am to '{file}'
dbsh   copy (select * from orders where note = 'to stdout') to '{file}'
dbsh   copy stdout to '{file}'
dbsh   select pg_file_write('{file}', 'x', false)
dbsh   sElEcT pG_FiLe_wRiTe('{file}', 'x', false)
dbsh   select * from pg_file_write('{file}', 'x', false) with ordinality
dbsh   select pg_file_rename('{file}', '{file}.b')
dbsh   select pg_catalog.pg_file_rename('{file}', '{file}.b')
dbsh   select id from orders order by pg_file_rename('{file}', '{file}.b')
dbsh   select pg_file_unlink('{file}')
dbsh   select PG_CATALOG . pg_file_unlink ('{file}')
dbsh   with x as (select pg_file_unlink('{file}')) select * from x
dbsh   select pg_file_sync('{file}')
dbsh   select "pg_file_sync"('{file}')
dbsh   select array[pg_file_sync('{file}')]
dbsh   select lo_export({lo}, '{file}')
dbsh   select pg_catalog."lo_export"({lo}, '{file}')
dbsh   select sum(id) over w from orders window w as (partition by lo_export({lo}, '{file}'))
dbsh   select lo_import('PG_VERSION')
dbsh   select "pg_catalog"."lo_import" ('PG_VERSION')
dbsh   select '/*', lo_import('PG_VERSION') /* */
dbsh   select lo_import('PG_VERSION', 815)
dbsh   select U&"\\006co_\\0069mp\\006frt"('PG_VERSION', 815)
dbsh   ((select lo_import('PG_VERSION', 815)))
dbsh   select pg_rotate_logfile_old()
dbsh   select pg_catalog.U&"\\0070g_\\0072ot\\0061te\\005flo\\0067fi\\006ce_\\006fld"()
dbsh   select greatest(pg_rotate_logfile_old()::text, 'a')
server copy orders from '/dev/null'
server COPY orders FROM /* stdin */ '/dev/null'
server copy orders (id, note) from '/dev/null' csv
