-- Databases of this server. The size is read from the files, which takes no lock; the server tells it only to who may
-- connect to the database, or reads all statistics.
-- Privileges: none; sizes need CONNECT or pg_read_all_stats.  Servers: 13 and newer.
select d.datname as name,
       pg_catalog.pg_get_userbyid(d.datdba) as owner,
       pg_catalog.pg_encoding_to_char(d.encoding) as encoding,
       d.datcollate as collate,
       case
         when pg_catalog.has_database_privilege(d.oid, 'connect')
           or pg_catalog.pg_has_role('pg_read_all_stats', 'usage')
         then pg_catalog.pg_database_size(d.oid)
       end as size_bytes,
       d.datallowconn as allowed,
       nullif(d.datconnlimit, -1) as connection_limit
  from pg_catalog.pg_database d
 order by d.datname
