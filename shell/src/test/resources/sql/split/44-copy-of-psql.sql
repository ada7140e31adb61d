create table t (a text);
\copy t from stdin
select 2;
\.
\copy (select ' from stdin ;') to stdout
select 3;
