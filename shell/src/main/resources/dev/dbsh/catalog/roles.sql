-- Roles and what they may do; the server's own groups are told where someone is a member of them.
-- Privileges: none.  Servers: 13 and newer.
select r.rolname as name,
       r.rolcanlogin as login,
       r.rolsuper as superuser,
       r.rolcreaterole as createrole,
       r.rolcreatedb as createdb,
       r.rolreplication as replication,
       r.rolbypassrls as bypassrls,
       (select pg_catalog.array_agg(g.rolname::text order by g.rolname)
          from pg_catalog.pg_auth_members m
               join pg_catalog.pg_roles g on g.oid = m.roleid
         where m.member = r.oid) as member_of,
       nullif(r.rolconnlimit, -1) as connection_limit,
       case
         when pg_catalog.isfinite(r.rolvaliduntil)
         then pg_catalog.to_char(r.rolvaliduntil at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
       end as valid_until
  from pg_catalog.pg_roles r
 where r.rolname not like 'pg\_%'
 order by r.rolname
