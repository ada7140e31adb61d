-- Keeps everyone from moving a sequence until the transaction ends. It does not cycle before and it does not cycle after:
-- the statement is there for its lock, which no other statement takes.
-- Privileges: owner of the sequence.  Servers: 13 and newer.  Changes: nothing, but nextval waits.
alter sequence {sequence} no cycle
