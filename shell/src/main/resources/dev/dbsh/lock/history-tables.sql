-- Tables in which a migration tool keeps what it has run, and by which it names its advisory lock.
-- Privileges: none.  Servers: 13 and newer.
select n.nspname as schema_name,
       c.relname as name,
       exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'installed_rank') as flyway
  from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p')
   and (select pg_catalog.array_agg(a.attname::text order by a.attname)
          from pg_catalog.pg_attribute a
         where a.attrelid = c.oid
           and a.attnum > 0
           and not a.attisdropped
           and a.attname in ('installed_rank', 'checksum', 'success', 'dirty', 'version'))
       in (array['checksum', 'installed_rank', 'success', 'version'], array['dirty', 'version'])
 order by 1, 2
