do 'begin null; end';
explain (costs off) select 1; show "server_version"; table pg_am; values (1), (';');
with a as (select 1;) select 2;
(select 1); ((select 2));
