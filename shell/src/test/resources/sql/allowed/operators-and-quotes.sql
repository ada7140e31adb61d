-- Quotes, operators, comments.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   select 'a\\b', e'a\\\\b', 'a''b', ''''
runs   select '\\'
runs   select 'a\\' as x, 'delete from orders' as y
runs   select E'\\'; delete from orders; --'
runs   select 'a'\n  -- between\n 'b; drop table x'
runs   select $_$ a ' " -- /* ; $_$
runs   select $a$ $b$ ; $b$ $a$
runs   select $äö$;$äö$
runs   select "a""b" from (select 1 as "a""b") x
runs   select U&'d\\0061t\\+000061', U&'!0061' uescape '!'
runs   select 1 /* /* nested ; */ delete */ + 1
runs   select 1 /*/ */ + 2
runs   select 1 -- '\n, 2
runs   select 1 -- $$\n, 2 -- $$
runs   select 2*-1, 3-+1
runs   select 1<2, 1>=2, 'a'||'b'
runs   select (array[1,2])[1], (array[3,4])[2:2], '{a,b}'::text[]
runs   select 'x'::varchar(3), 1.5::numeric(3, 1), 'a'::"char"
runs   select 1 as é, 2 as "ß;"
runs   select '🙂; delete', '‮'
runs   select ';', $$;$$, ";" from (select 1 as ";") x
runs   select 'select 1; select 2'
runs   select '"', '`', '@', '?', ':', '::', ':=', '=>', '{', '}'
runs   select '?'::text, payload ? 'a' from orders
runs   select '{fn now()}', '{d ''2026-01-01''}'
runs   select x."?" from (select 1 as "?") x
runs   select 1::int8::text::varchar
runs   select all_.a from (select 1 as a) all_
runs   select not true, true and not false or null
runs   select null is null, true is not unknown
