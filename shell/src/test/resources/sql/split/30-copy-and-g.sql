create table t (a text);
copy t from stdin \g
select 1;
\.
copy (select a from t) to stdout;
copy t from program 'true';
copy t to stdin;
select a from t;
