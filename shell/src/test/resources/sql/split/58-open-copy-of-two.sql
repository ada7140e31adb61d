create table t (a int);
copy t from stdin \; copy t from stdin;
1
\.
2
