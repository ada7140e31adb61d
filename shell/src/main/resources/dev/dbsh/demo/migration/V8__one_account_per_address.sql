-- Fails in the demo: two customers share an address. It leaves an invalid index and a failed entry in the history.
create unique index concurrently customers_email_key on customers (email);
