-- Keeps everyone from writing through the root of a tree of tables until the transaction ends; the tables below it are too
-- many to be locked at once.
-- Privileges: UPDATE, DELETE or TRUNCATE on the table.  Servers: 13 and newer.  Changes: nothing, but writers wait.
lock table only {table} in share row exclusive mode
