-- Still pending, because the one before failed.
create index invoices_due_on_idx on invoices (due_on);
