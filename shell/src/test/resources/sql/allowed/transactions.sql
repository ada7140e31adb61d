-- Transactions that read.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   begin; select 1; commit
runs   BEGIN; SELECT 1; COMMIT;
runs   begin read only; select 1; commit
runs   BEGIN TRANSACTION READ ONLY; SELECT 1; END
runs   begin work; select 1; rollback work
runs   begin transaction isolation level repeatable read; select 1; commit transaction
runs   begin isolation level serializable read only deferrable; select 1; end
runs   begin transaction isolation level serializable, read only, not deferrable; select 1; end transaction
runs   start transaction; select 1; commit
runs   START TRANSACTION READ ONLY, ISOLATION LEVEL REPEATABLE READ; SELECT 1; ROLLBACK
runs   start transaction isolation level read uncommitted; select 1; abort
runs   begin; savepoint a; select 1; rollback to savepoint a; release savepoint a; commit
runs   begin; savepoint "delete"; release "delete"; rollback
runs   begin; savepoint a; savepoint b; rollback to a; rollback work to a; release a; end work
runs   begin; select 1; commit and chain; select 2; rollback and no chain
runs   begin; select 1; rollback and chain; commit
runs   begin; select 1; abort
runs   begin; select count(*) from orders; set local statement_timeout = '1s'; show statement_timeout; commit
runs   begin -- read write\n; select 1; commit
runs   begin isolation level repeatable read -- read write\n; select 1; commit
runs   begin /* read write */; select 1; end
runs   commit
runs   rollback
runs   end
runs   abort
runs   begin; begin; commit
runs   begin; set constraints all deferred; commit
runs   begin read only; set local role none; select current_user; commit
