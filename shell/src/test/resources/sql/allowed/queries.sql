-- Queries.
-- A case a line: what becomes of it, and the text. runs: the newest server runs it for a superuser; sent: the server may refuse it.
-- \n \r \t \\ stand for the characters, {names} for what the test makes.
runs   select 1
runs   SELECT 1
runs   select
runs   select 1;
runs   (select 1)
runs   ((select 1) union (select 2))
runs   values (1), (2)
runs   table only orders
runs   select * from orders
runs   select o.* from only orders o
runs   select distinct customer_id from orders
runs   select all id from orders
runs   select count(*), max(id), min(created_at) from orders
runs   select id from orders where id between 1 and 3 order by id desc nulls last limit 2 offset 1
runs   select id from orders order by id fetch first 2 rows with ties
runs   select id from orders fetch next row only
runs   select customer_id, count(*) from orders group by customer_id having count(*) > 1
runs   select customer_id, count(*) from orders group by rollup (customer_id)
runs   select customer_id, note, count(*) from orders group by grouping sets ((customer_id), (note), ())
runs   select o.id, c.name from orders o join customers c on c.id = o.customer_id
runs   select * from orders o left outer join customers c using (id)
runs   select * from orders natural join order_notes
runs   select * from orders cross join customers limit 1
runs   select * from orders o, customers c, lateral (select o.id + c.id as s) x where x.s > 3
runs   select o.id, x.n from orders o left join lateral (select count(*) as n from customers c where c.id = o.customer_id) x on true
runs   select * from generate_series(1, 3) with ordinality as g(v, n)
runs   select * from unnest(array[1, 2], array[3, 4]) as u(a, b)
runs   select * from rows from (generate_series(1, 2), generate_series(3, 4)) as r(a, b)
runs   select * from orders tablesample bernoulli (50) repeatable (1)
runs   select id from orders where exists (select from customers c where c.id = customer_id)
runs   select id from orders where customer_id in (select id from customers)
runs   select id from orders where customer_id = any (array[1, 2])
runs   select (select max(id) from orders) - (select min(id) from orders)
runs   select id, row_number() over (partition by customer_id order by id) from orders
runs   select id, sum(amount) over w, lag(id) over w from orders window w as (partition by customer_id order by id rows between unbounded preceding and current row)
runs   select id, rank() over (order by amount desc), ntile(4) over (order by id) from orders
runs   select count(*) filter (where amount > 1) from orders
runs   select percentile_cont(0.5) within group (order by amount) from orders
runs   select string_agg(note, ', ' order by id) from orders
runs   select array_agg(id order by id desc) from orders
runs   with recursive t(n) as (values (1) union all select n + 1 from t where n < 5) select sum(n) from t
runs   with recursive tree as (select id, 1 as depth from orders where id = 1 union all select o.id, depth + 1 from orders o join tree t on o.id = t.id + 1 where depth < 4) select * from tree
runs   with a as (select 1 as x), b as (select x + 1 as y from a) select * from a, b
runs   with a as materialized (select 1 as x) select * from a
runs   with a as not materialized (select 1 as x) select * from a
runs   with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) search depth first by n set ord select n from t order by ord
runs   with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) cycle n set looped using path select n from t
runs   with a(b, c) as (values (1, 2)) table a
runs   with x as (select 1) (select * from x)
runs   select 1 union select 2 intersect select 2 except select 3
runs   (select 1 limit 1) union all (select 2 order by 1)
runs   select payload -> 'lines' -> 0, payload ->> 'status', payload #> '{lines,1}', payload #>> '{status}' from orders
runs   select id from orders where payload @> '{"status": "delete me"}'
runs   select id from orders where payload ? 'status' and payload ?| array['a', 'status'] and payload ?& array['status']
runs   select jsonb_path_query(payload, '$.lines[*] ? (@ > 1)') from orders
runs   select payload - 'status', payload #- '{lines,0}', payload || '{"a": 1}' from orders
runs   select jsonb_pretty(payload), jsonb_set(payload, '{status}', '"update"') from orders
runs   select payload @? '$.lines', payload @@ '$.lines[0] == 1' from orders
runs   select jsonb_object_agg(id, note) from orders
runs   select * from jsonb_to_recordset('[{"a": 1}]') as x(a int)
runs   select json_build_object('insert', 1, 'drop', 2)
runs   select * from jsonb_each('{"set": 1}')
runs   select tags || 'a'::text, tags @> array['a'], array_length(tags, 1), tags[1:2] from orders
runs   select '{1,2,3}'::int[] && array[3]
runs   select note ~ '^order', note ~* 'ORDER', note !~ 'x', note !~* 'y' from orders
runs   select note like 'order%', note ilike 'ORDER%', note similar to '(order|x)%' from orders
runs   select note collate "C" < 'z' from orders
runs   select now() at time zone 'UTC', current_date, current_timestamp, localtime
runs   select date_trunc('hour', created_at), extract(epoch from created_at), date_part('year', created_at) from orders
runs   select interval '1 day' + interval '2' hour, date '2026-01-01', time '12:00', timestamp 'epoch'
runs   select extract(year from now()), substring('abc' from 2 for 1), trim(both 'x' from 'xax'), overlay('abc' placing 'x' from 2), position('a' in 'ba')
runs   select created_at is distinct from now(), note is not distinct from 'a' from orders
runs   select cast(1 as text), 1::text, '1'::int, int '1'
runs   select case when id > 1 then 'delete' else 'update' end from orders
runs   select case id when 1 then 'a' end from orders
runs   select coalesce(note, 'x'), nullif(note, 'y'), greatest(1, 2), least(1, 2) from orders
runs   select row(1, 2) = (1, 2), (1, 2) < (1, 3)
runs   select (o).id, (o).* from orders o
runs   select o from orders o
runs   select 1 where 'a' < all (array['b', 'c'])
runs   select regexp_replace('a;b', ';', '--', 'g'), format('%I', 'x'), quote_literal('it''s')
runs   select 1 from (values (1)) x
runs   select 1 <> 2, 1 != 2, 5 % 3, 2 ^ 3, |/ 4, @ -1, 1 # 2, ~1, 1 << 2, 8 >> 1
runs   select -1, +1, - -1, 1 - -1
runs   select 1--comment\n+1
runs   select 1/*c*/+/*d*/1
runs   select 'a'\n'b'
runs   select b'101', x'1f', n'a', e'\\n', u&'\\0061', 1e3, .5, 1.
runs   select 9223372036854775807, 'NaN'::float8, 'infinity'::timestamptz
runs   select "id" from "public"."orders" as "o"
runs   select U&"\\0069d" from orders
runs   select * from orders where note = 'a''b' or note = $$a'b$$ or note = $t$ $$ $t$
runs   select xmlelement(name a, xmlattributes(1 as b), 'c')
runs   select xmlforest(id, note) from orders
runs   select to_tsvector('delete orders') @@ to_tsquery('delete & orders')
runs   select point(1, 2) <-> point(3, 4), box '((0,0),(1,1))' && box '((0,0),(2,2))'
runs   select int4range(1, 3) @> 2, '[1,2]'::int4range -|- int4range(3, 4)
runs   select inet '10.0.0.1' << inet '10.0.0.0/8'
runs   select query_to_xml('select id from orders where note <> ''delete''', true, true, '')
runs   select query_to_xml($$select 1$$, false, true, 'x')
runs   select * from ts_stat('select to_tsvector(note) from orders')
runs   select ts_rewrite('a & b'::tsquery, 'b', 'c')
runs   select ts_rewrite('a'::tsquery, 'select ''a''::tsquery, ''b''::tsquery')
runs   select table_to_xml('orders', true, true, '')
runs   select count(*) from order_view
runs   select * from order_counts
runs   select lower('DELETE'), upper('drop')
runs   select user, current_user, session_user, current_role, current_catalog, current_schema
runs   select 'x' as a from orders as lock
runs   select calm from (select 'calm'::mood as calm) x
runs   select id as "a;b", note as "c--d", id as "e/*f" from orders
runs   select set_config('search_path', 'public', true)
runs   select set_config('search_path', '', false)
runs   select pg_catalog.set_config('search_path', '', false)
runs   select set_config('application_name', 'delete', false), set_config('work_mem', '8MB', true)
runs   select set_config('default_transaction_read_only', 'on', false)
runs   select set_config('app.community_id', '1', false)
runs   select current_setting('work_mem', true)
runs   select ('a'::text).length from (select 1) x
runs   select (o.note).length from orders o
