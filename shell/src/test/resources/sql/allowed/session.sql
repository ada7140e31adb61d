-- Settings of the session, prepared statements and cursors.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   show work_mem
runs   SHOW ALL
runs   show transaction_read_only
runs   show default_transaction_read_only
runs   show time zone
runs   show transaction isolation level
runs   show session authorization
runs   show server_version
runs   set search_path = public
runs   set search_path to "$user", 'read write', m10_recovery
runs   SET SEARCH_PATH TO pg_catalog; select 1
runs   set local search_path = public
runs   set session search_path = public
runs   set search_path = ''
runs   set work_mem = '8MB'
runs   set statement_timeout = '5s'
runs   set lock_timeout to 0
runs   set time zone 'UTC'
runs   set timezone to 'Europe/Berlin'
runs   set time zone local
runs   set time zone interval '+02:00' hour to minute
runs   set application_name = 'transaction_read_only'
runs   set application_name to 'read write'
runs   set extra_float_digits = 3
runs   set enable_seqscan = off
runs   set jit to off
runs   set row_security = off
runs   set intervalstyle = 'iso_8601'
runs   set bytea_output to hex
runs   set datestyle = 'ISO, DMY'
runs   set datestyle to iso
runs   set app.community_id = '7'
runs   set "app"."x" = '1'
runs   set role none
runs   set role {user}
runs   set local role none
runs   set session role none
runs   set session authorization default
runs   set session authorization {user}
runs   set constraints all immediate
runs   set schema 'public'
runs   set seed = 0.5
runs   set seed to 0.1
runs   set xml option document
runs   set transaction_isolation = 'repeatable read'
runs   set default_transaction_isolation to serializable
runs   set default_transaction_deferrable = on
runs   set session characteristics as transaction isolation level serializable
runs   set session characteristics as transaction read only
runs   set default_transaction_read_only = on
runs   set default_transaction_read_only to true
runs   set transaction_read_only = on
runs   begin; set transaction read only; select 1; commit
runs   begin; set transaction isolation level repeatable read; select 1; commit
runs   begin; set local transaction_read_only to 'on'; select 1; commit
runs   begin; set transaction isolation level serializable, read only, deferrable; select 1; commit
runs   reset search_path
runs   reset all
runs   reset role
runs   reset session authorization
runs   reset time zone
runs   reset work_mem
runs   RESET ALL
runs   discard all
runs   discard plans
runs   discard temp
runs   discard sequences
runs   listen dbsh_here
runs   listen "Dbsh Here"
runs   unlisten *
runs   unlisten dbsh_here
runs   prepare a1 as select 1
runs   prepare a2 (int, text) as select $1, $2; execute a2(1, 'delete'); deallocate a2
runs   prepare a3 as values (1); execute a3; explain execute a3; deallocate prepare a3
runs   prepare a4 as select count(*) from orders; explain analyze execute a4
runs   prepare "A 5" as table orders; execute "A 5"; deallocate "A 5"
runs   prepare a6 as with x as (select 1) select * from x; EXECUTE A6; deallocate all
runs   prepare U&"a\\0037" as select 7; execute a7
runs   begin; declare c cursor for select * from orders; fetch 2 from c; fetch all in c; move backward 1 from c; close c; commit
runs   begin; declare c scroll cursor for select id from orders; fetch last from c; fetch absolute 2 from c; fetch relative -1 in c; move first c; fetch c; close all; rollback
runs   declare h cursor with hold for select id from orders; fetch forward 3 from h; fetch backward all in h; close h
runs   begin; declare c no scroll cursor without hold for values (1); fetch next from c; end
runs   begin; declare "C 1" binary insensitive cursor for table orders; fetch forward all from "C 1"; close "C 1"; rollback
runs   begin; declare c cursor for with x as (select 1) select * from x; fetch c; rollback
runs   close all
runs   deallocate all
runs   set datestyle = 'German'
runs   set DateStyle to sql, dmy
runs   begin; set local datestyle = 'Postgres'; rollback
