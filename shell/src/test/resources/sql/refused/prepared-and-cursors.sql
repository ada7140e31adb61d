-- Statements whose effect is in another one.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   execute never_prepared
dbsh   EXECUTE never_prepared (1, 2)
dbsh   explain analyze execute never_prepared
dbsh   create table made as execute never_prepared
server prepare p as insert into orders (note) values ('x'); execute p
server prepare p (int) as delete from orders where id = $1; execute p(1)
server PREPARE p AS UPDATE orders SET note = 'x'; EXECUTE p; COMMIT
server prepare p as with x as (delete from orders returning 1) select * from x; execute p
server prepare p as select * from orders for update; execute p
server prepare p as merge into orders o using customers c on o.id = c.id when matched then delete; execute p
server prepare "P" as delete from orders; execute "P"
server prepare U&"\\0070" as delete from orders; execute p
server begin; declare c cursor for select writes(); fetch c
server declare c cursor with hold for select writes()
server begin; declare c cursor with hold for select writes(); commit
server begin; declare c cursor for with x as (delete from orders returning *) select * from x
server begin; declare c cursor for select * from orders; fetch c; delete from orders where current of c
server begin; declare c cursor for delete from orders returning *; fetch c
