select 1
\echo in between ; '
, 2;
select 3 \echo there
, 4 \g
select (5
\echo in parentheses
); select 6;
select (7 \r
select 8;
