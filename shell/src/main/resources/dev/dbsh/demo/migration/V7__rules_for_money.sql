-- Old rows break both rules; they are to be validated once those are mended.
alter table orders add constraint orders_total_not_negative check (total >= 0) not valid;
alter table refunds add constraint refunds_order_id_fkey foreign key (order_id) references orders not valid;
