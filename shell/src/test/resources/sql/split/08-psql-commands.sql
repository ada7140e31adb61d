\set who world
\echo hello ; \echo again
select 1 as one \gset
select 'select ' || n from (values (1), (2)) v (n) \g
\if 0
\endif
\i nosuch.sql
\echo 'it''s \\ one' \\ select 2; \echo "a\b" `echo c\\d` \\
select 3;
