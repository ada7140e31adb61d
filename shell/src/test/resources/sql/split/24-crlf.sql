select 1;
select '2;
3' -- a;
;

create table t (a text);
copy t from stdin;
a;b
\.
select 4;
