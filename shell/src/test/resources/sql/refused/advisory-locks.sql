-- Advisory locks: a READ ONLY transaction takes and gives back every one of them.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   select pg_advisory_lock(815)
dbsh   sElEcT pG_AdViSoRy_lOcK(815)
dbsh   select * from pg_advisory_lock(815) with ordinality
dbsh   select pg_advisory_lock(8, 15)
dbsh   select pg_catalog.pg_advisory_lock(8, 15)
dbsh   select id from orders order by pg_advisory_lock(8, 15)
dbsh   select pg_advisory_lock_shared(815)
dbsh   select PG_CATALOG . pg_advisory_lock_shared (815)
dbsh   with x as (select pg_advisory_lock_shared(815)) select * from x
dbsh   select pg_advisory_xact_lock(815)
dbsh   select "pg_advisory_xact_lock"(815)
dbsh   select array[pg_advisory_xact_lock(815)]
dbsh   select pg_advisory_xact_lock_shared(8, 15)
dbsh   select pg_catalog."pg_advisory_xact_lock_shared"(8, 15)
dbsh   select sum(id) over w from orders window w as (partition by pg_advisory_xact_lock_shared(8, 15))
dbsh   select pg_try_advisory_lock(815)
dbsh   select "pg_catalog"."pg_try_advisory_lock" (815)
dbsh   select '/*', pg_try_advisory_lock(815) /* */
dbsh   select pg_try_advisory_lock_shared(8, 15)
dbsh   select U&"\\0070g_\\0074ry\\005fad\\0076is\\006fry\\005flo\\0063k_\\0073ha\\0072ed"(8, 15)
dbsh   ((select pg_try_advisory_lock_shared(8, 15)))
dbsh   select pg_try_advisory_xact_lock(815)
dbsh   select pg_catalog.U&"\\0070g_\\0074ry\\005fad\\0076is\\006fry\\005fxa\\0063t_\\006coc\\006b"(815)
dbsh   select greatest(pg_try_advisory_xact_lock(815)::text, 'a')
dbsh   select pg_try_advisory_xact_lock_shared(815)
dbsh   select U&"!0070g_!0074ry!005fad!0076is!006fry!005fxa!0063t_!006coc!006b_s!0068ar!0065d" uescape '!' (815)
dbsh   prepare p2 as select pg_try_advisory_xact_lock_shared(815); execute p2
dbsh   select pg_advisory_unlock(815)
dbsh   select U&"#0070g_#0061dv#0069so#0072y_#0075nl#006fck" /* x */ UESCAPE -- y\n '#' (815)
dbsh   explain (analyze) select pg_advisory_unlock(815)
dbsh   select pg_advisory_unlock_shared(8, 15)
dbsh   select u&"pg\\+00005fadvi\\+000073ory_\\+000075nloc\\+00006b_sha\\+000072ed"(8, 15)
dbsh   copy (select pg_advisory_unlock_shared(8, 15)) to stdout
dbsh   select pg_advisory_unlock_all()
dbsh   select pg_advisory_unlock_all/**/()
dbsh   select 1 as a, 2 as "from", pg_advisory_unlock_all() from (values (1)) "into"
dbsh   select pg_advisory_lock(hashtext('migration'))
dbsh   begin; select pg_advisory_xact_lock(815)
dbsh   select id from orders where pg_try_advisory_lock(id)
dbsh   select (815::bigint).pg_advisory_lock
