-- Something with a name and a column.
-- Privileges: none.  Servers: 13 and newer.
select {column}, '{}' from {table}
