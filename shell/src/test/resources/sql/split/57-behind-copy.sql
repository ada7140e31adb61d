create table t (a int);
copy t from stdin; select 1;
1
\.
