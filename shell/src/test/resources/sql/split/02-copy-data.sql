create table t (a int, b text);
copy t from stdin;
1	one; two
2	'quote
3	/* comment
4	\\. not the end
\.
select count(*) from t;
