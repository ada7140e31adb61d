-- The columns of a relation. A plain default is written without its table and needs no lock; a generated one needs it.
-- Privileges: none.  Servers: 13 and newer.
with args as (
  select ?::oid as id, ?::boolean as locked
)
select a.attname as name,
       pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull as nullable,
       case
         when a.attgenerated = '' then pg_catalog.pg_get_expr(ad.adbin, 0)
         when not args.locked then pg_catalog.pg_get_expr(ad.adbin, ad.adrelid)
       end as default_value,
       case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
       case a.attgenerated when 's' then 'generated, stored' when 'v' then 'generated when read' end as generated,
       c.relkind = any ('{r,p,v,m,f}')
         and not pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'select') as hidden,
       pg_catalog.col_description(a.attrelid, a.attnum) as comment
  from args
       join pg_catalog.pg_class c on c.oid = args.id
       join pg_catalog.pg_attribute a on a.attrelid = args.id and a.attnum > 0 and not a.attisdropped
       left join pg_catalog.pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
 order by a.attnum
