-- Keeps everyone from writing into a table that a sequence feeds, and into its children, until the transaction ends.
-- Privileges: UPDATE, DELETE or TRUNCATE on the table.  Servers: 13 and newer.  Changes: nothing, but writers wait.
lock table {table} in share row exclusive mode
