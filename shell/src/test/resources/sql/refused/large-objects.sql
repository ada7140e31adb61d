-- Large objects: READ ONLY keeps them from 16 on only.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   select lo_create(0)
dbsh   sElEcT lO_CrEaTe(0)
dbsh   select pg_catalog.lo_create(0)
dbsh   select * from lo_create(0) with ordinality
dbsh   select id from orders order by lo_create(0)
dbsh   select lo_create(815)
dbsh   select PG_CATALOG . lo_create (815)
dbsh   select "lo_create"(815)
dbsh   with x as (select lo_create(815)) select * from x
dbsh   select array[lo_create(815)]
dbsh   select lo_creat(-1)
dbsh   select pg_catalog."lo_creat"(-1)
dbsh   select "pg_catalog"."lo_creat" (-1)
dbsh   select sum(id) over w from orders window w as (partition by lo_creat(-1))
dbsh   select '/*', lo_creat(-1) /* */
dbsh   select lo_from_bytea(0, '\\x00')
dbsh   select U&"\\006co_\\0066ro\\006d_b\\0079te\\0061"(0, '\\x00')
dbsh   select pg_catalog.U&"\\006co_\\0066ro\\006d_b\\0079te\\0061"(0, '\\x00')
dbsh   ((select lo_from_bytea(0, '\\x00')))
dbsh   select greatest(lo_from_bytea(0, '\\x00')::text, 'a')
dbsh   select lo_put({lo}, 0, '\\x00')
dbsh   select U&"!006co_!0070ut" uescape '!' ({lo}, 0, '\\x00')
dbsh   select U&"#006co_#0070ut" /* x */ UESCAPE -- y\n '#' ({lo}, 0, '\\x00')
dbsh   prepare p2 as select lo_put({lo}, 0, '\\x00'); execute p2
dbsh   explain (analyze) select lo_put({lo}, 0, '\\x00')
dbsh   select lo_unlink({lo})
dbsh   select u&"lo\\+00005funli\\+00006ek"({lo})
dbsh   select lo_unlink/**/({lo})
dbsh   copy (select lo_unlink({lo})) to stdout
dbsh   select 1 as a, 2 as "from", lo_unlink({lo}) from (values (1)) "into"
dbsh   begin; select lowrite(lo_open({lo}, 131072), '\\x00')
dbsh   begin; select lo_truncate(lo_open({lo}, 131072), 0)
dbsh   begin; select lo_truncate64(lo_open({lo}, x'60000'::int), 0)
dbsh   select lowrite(lo_open({lo}, 131072), '\\x00'), 1
dbsh   select lo_unlink(oid) from pg_largeobject_metadata
dbsh   SELECT LO_UNLINK(l.oid) FROM pg_largeobject_metadata l
dbsh   select lo_put(lo_create(0), 0, 'a')
