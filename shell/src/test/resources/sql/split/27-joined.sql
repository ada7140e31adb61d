select 1 \; select 2 \; select 3;
select 4\:\:int;
\; select 5;
create table j (a int);
copy j from stdin \; select 6 \; copy j (a) from stdin; -- two
1
2
\.
3
\.
select 7;
