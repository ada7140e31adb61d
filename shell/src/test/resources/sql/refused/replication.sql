-- Replication: slots, origins, messages in the log.
-- A case a line: who refuses it, and the text. dbsh: before anything is sent; server: in its READ ONLY transaction; any: either.
-- \n \r \t \\ stand for the characters, {names} for what the test makes; every statement runs whatever became of the one before.
dbsh   select pg_create_physical_replication_slot('dbsh_p')
dbsh   sElEcT pG_CrEaTe_pHySiCaL_RePlIcAtIoN_SlOt('dbsh_p')
dbsh   select * from pg_create_physical_replication_slot('dbsh_p') with ordinality
dbsh   select pg_create_logical_replication_slot('dbsh_l', 'pgoutput')
dbsh   select pg_catalog.pg_create_logical_replication_slot('dbsh_l', 'pgoutput')
dbsh   select id from orders order by pg_create_logical_replication_slot('dbsh_l', 'pgoutput')
dbsh   select pg_drop_replication_slot('{slot}')
dbsh   select PG_CATALOG . pg_drop_replication_slot ('{slot}')
dbsh   with x as (select pg_drop_replication_slot('{slot}')) select * from x
dbsh   select pg_replication_slot_advance('{slot}', pg_current_wal_lsn())
dbsh   select "pg_replication_slot_advance"('{slot}', pg_current_wal_lsn())
dbsh   select array[pg_replication_slot_advance('{slot}', pg_current_wal_lsn())]
dbsh   select pg_logical_slot_get_changes('{slot}', null, null)
dbsh   select pg_catalog."pg_logical_slot_get_changes"('{slot}', null, null)
dbsh   select sum(id) over w from orders window w as (partition by pg_logical_slot_get_changes('{slot}', null, null))
dbsh   select pg_logical_slot_get_binary_changes('{slot}', null, null)
dbsh   select "pg_catalog"."pg_logical_slot_get_binary_changes" ('{slot}', null, null)
dbsh   select '/*', pg_logical_slot_get_binary_changes('{slot}', null, null) /* */
dbsh   select pg_copy_logical_replication_slot('{slot}', 'dbsh_c')
dbsh   select U&"\\0070g_\\0063op\\0079_l\\006fgi\\0063al\\005fre\\0070li\\0063at\\0069on\\005fsl\\006ft"('{slot}', 'dbsh_c')
dbsh   ((select pg_copy_logical_replication_slot('{slot}', 'dbsh_c')))
dbsh   select pg_copy_physical_replication_slot('{slot}', 'dbsh_d')
dbsh   select pg_catalog.U&"\\0070g_\\0063op\\0079_p\\0068ys\\0069ca\\006c_r\\0065pl\\0069ca\\0074io\\006e_s\\006cot"('{slot}', 'dbsh_d')
dbsh   select greatest(pg_copy_physical_replication_slot('{slot}', 'dbsh_d')::text, 'a')
dbsh   select pg_logical_emit_message(false, 'dbsh', 'x')
dbsh   select U&"!0070g_!006cog!0069ca!006c_e!006dit!005fme!0073sa!0067e" uescape '!' (false, 'dbsh', 'x')
dbsh   prepare p2 as select pg_logical_emit_message(false, 'dbsh', 'x'); execute p2
dbsh   select pg_replication_origin_create('dbsh_o')
dbsh   select U&"#0070g_#0072ep#006cic#0061ti#006fn_#006fri#0067in#005fcr#0065at#0065" /* x */ UESCAPE -- y\n '#' ('dbsh_o')
dbsh   explain (analyze) select pg_replication_origin_create('dbsh_o')
dbsh   select pg_replication_origin_drop('dbsh_kept')
dbsh   select u&"pg\\+00005frepl\\+000069cati\\+00006fn_or\\+000069gin_\\+000064rop"('dbsh_kept')
dbsh   copy (select pg_replication_origin_drop('dbsh_kept')) to stdout
dbsh   select pg_replication_origin_advance('dbsh_kept', '0/1')
dbsh   select pg_replication_origin_advance/**/('dbsh_kept', '0/1')
dbsh   select 1 as a, 2 as "from", pg_replication_origin_advance('dbsh_kept', '0/1') from (values (1)) "into"
dbsh   select pg_replication_origin_session_setup('dbsh_kept')
dbsh   select pg_replication_origin_session_setup /* a /* b */ c */ ('dbsh_kept')
dbsh   select * from pg_replication_origin_session_setup('dbsh_kept')
dbsh   select pg_replication_origin_session_reset()
dbsh   select pg_replication_origin_session_reset -- it's (\n()
dbsh   select 1 from orders left join lateral pg_replication_origin_session_reset() f on true
dbsh   select pg_replication_origin_xact_setup('0/1', now())
dbsh   select/**/pg_replication_origin_xact_setup('0/1', now())
dbsh   values (1), (case when pg_replication_origin_xact_setup('0/1', now()) is null then 2 end)
dbsh   select pg_replication_origin_xact_reset()
dbsh   /* select 1; */ select -- nothing\n\tpg_replication_origin_xact_reset\n(\n\n)
dbsh   with "select" as (select 1) select pg_replication_origin_xact_reset() from "select"
dbsh   select pg_sync_replication_slots()
dbsh   select pg_catalog /* . */ . -- (\r pg_sync_replication_slots()
dbsh   select count(*) filter (where pg_sync_replication_slots() is not null) from orders
dbsh   select * from pg_drop_replication_slot('{slot}')
dbsh   select pg_drop_replication_slot(slot_name) from pg_replication_slots
dbsh   select slot_name from pg_replication_slots where pg_drop_replication_slot(slot_name) is null
dbsh   select data from pg_catalog.pg_logical_slot_get_binary_changes('{slot}', null, null, 'proto_version', '1', 'publication_names', 'p')
server create subscription s connection 'dbname=x' publication p with (connect = false)
server create publication p for all tables
server drop subscription if exists s
server alter subscription s refresh publication
