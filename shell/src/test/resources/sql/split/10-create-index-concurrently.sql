create index concurrently i on nosuch (a);
