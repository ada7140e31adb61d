drop index concurrently if exists nosuch
