create table a$b$c (x int);
prepare p as select $1::int + $1;
select 1 as "a$$b", 2 as a$$;
select $1$1, $$ ; $$ from a$b$c;
