-- Rows that came with their old numbers did not move the sequences: that is the drift of this incident.

insert into customers (id, email, name, joined_at) overriding system value
select n, 'customer' || n - n / 120 % 2 || '@example.com', 'Customer ' || n, now() - n * interval '1 day'
  from generate_series(1, 240) n;

insert into products (sku, name, price)
select 'SKU-' || lpad(n::text, 3, '0'), 'Product ' || n, 5 + n % 40
  from generate_series(1, 60) n;

insert into stock select id, 10 + id % 7 from products;
insert into reservations select sku, 1 from products where id <= 20;

-- 1041 orders of our own, then 146 of theirs.
insert into orders (customer_id, status, total, placed_at)
select 1 + n % 240, 'shipped', 10 + n % 90, now() - (1200 - n) * interval '1 hour'
  from generate_series(1, 1041) n;
insert into orders (id, customer_id, status, total, placed_at)
select n, 1 + n % 240, 'open', case n when 1100 then -5 else 10 + n % 90 end, now() - (1200 - n) * interval '1 hour'
  from generate_series(1042, 1187) n;

insert into "Order Lines" (order_id, product_id)
select 1 + n % 1187, 1 + n % 60 from generate_series(1, 2399) n;
insert into "Order Lines" (id, order_id, product_id) values (2400, 1187, 1);

insert into refunds (id, order_id, amount)
select n, case n when 7 then 99999 else n * 10 end, 4.50 from generate_series(1, 12) n;
-- Restored by hand: the value is right, but it says that it was not handed out yet.
select setval('refunds_id_seq', 12, false);

insert into invoices (order_id) select n from generate_series(1, 300) n;
-- Four inserts go well before the fifth meets one of these.
insert into invoices (id, order_id) select n, n from generate_series(305, 310) n;

insert into payments (paid_on, order_id, amount)
select date '2026-09-01' + n % 60, n, 12.50 from generate_series(1, 700) n;
insert into payments (id, paid_on, order_id, amount)
select n, date '2026-11-01', n, 12.50 from generate_series(701, 800) n;

insert into quotes (customer_id) select 1 + n from generate_series(1, 30) n;
insert into credit_notes (number, customer_id) select n, n from generate_series(31, 50) n;

insert into adjustments (amount) select n from generate_series(1, 30) n;
insert into adjustments (id, amount) select -n, n from generate_series(31, 40) n;

insert into receipts (amount) select n from generate_series(1, 241) n;
insert into receipts (id, amount) select n, n from generate_series(482, 500) n;

insert into support_tickets (subject) select 'parcel ' || n from generate_series(1, 60) n;
insert into support_tickets (id, subject) select n, 'old parcel ' || n from generate_series(61, 77) n;

insert into shipments (order_id) select n from generate_series(1, 90) n;
select setval('shipments_id_seq', 1000);
select setval('carts_id_seq', 500);

insert into click_events (id, path) select n, '/product/' || n % 60 from generate_series(2147483501, 2147483600) n;
select setval('click_events_id_seq', 2147483600);

insert into price_changes (id, product_id, price) select n, 1 + n % 60, 9.99 from generate_series(32601, 32700) n;
select setval('price_changes_id_seq', 32700);

insert into coupons (id, code) select n, 'SAVE-' || n from generate_series(4901, 5000) n;
select setval('coupons_id_seq', 5000);

insert into pickups (number, order_id) select n, n from generate_series(380, 412) n;
insert into pickups (number, order_id) values (420, 420);
select setval('pickup_number_seq', 412);
