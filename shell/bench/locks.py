#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Whom do queries for blocked sessions name? Each scenario is made with real sessions, and each query held against what the
server itself says of it (pg_blocking_pids, leaders for their workers, 0 for a prepared transaction): edges that it misses,
and edges that are not there. Then what dbsh's own query costs with many waiters. The queries of other tools are restated from
what they do, not copied."""
import os
import re
import socket
import struct
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
RESOURCES = os.path.join(HERE, "..", "src", "main", "resources", "dev", "dbsh", "lock")


class Session:
    """The little of the protocol that is needed: trust, simple queries, sent without waiting for the answer."""

    def __init__(self, application="bench"):
        self.socket = socket.create_connection((os.environ["PGHOST"], int(os.environ["PGPORT"])))
        self.buffer = b""
        startup = struct.pack("!i", 196608)
        for key, value in (("user", os.environ["PGUSER"]), ("database", os.environ["PGDATABASE"]),
                           ("application_name", application)):
            startup += key.encode() + b"\0" + value.encode() + b"\0"
        self.socket.sendall(struct.pack("!i", len(startup) + 5) + startup + b"\0")
        self.pid = None
        self.answer()

    def message(self):
        while len(self.buffer) < 5 or len(self.buffer) < 1 + struct.unpack("!i", self.buffer[1:5])[0]:
            part = self.socket.recv(1 << 16)
            if not part:
                raise EOFError("the server has closed the connection")
            self.buffer += part
        length = 1 + struct.unpack("!i", self.buffer[1:5])[0]
        kind, body = self.buffer[:1], self.buffer[5:length]
        self.buffer = self.buffer[length:]
        return kind, body

    def answer(self):
        rows, error = [], None
        while True:
            kind, body = self.message()
            if kind == b"K":
                self.pid = struct.unpack("!i", body[:4])[0]
            elif kind == b"D":
                rows.append(row(body))
            elif kind == b"E":
                error = body.split(b"\0M")[1].split(b"\0")[0].decode()
            elif kind == b"Z":
                if error:
                    raise RuntimeError(error)
                return rows

    def send(self, sql):
        self.socket.sendall(b"Q" + struct.pack("!i", len(sql.encode()) + 5) + sql.encode() + b"\0")

    def run(self, sql):
        self.send(sql)
        return self.answer()

    def close(self):
        self.socket.close()


def row(body):
    fields, at = [], 2
    for _ in range(struct.unpack("!h", body[:2])[0]):
        length = struct.unpack("!i", body[at:at + 4])[0]
        at += 4
        fields.append(None if length < 0 else body[at:at + length].decode())
        at += max(0, length)
    return fields


class Scene:
    """Named sessions; a waiting one is awaited until the server says that it waits."""

    def __init__(self, observer):
        self.observer = observer
        self.sessions = {}

    def session(self, name):
        if name not in self.sessions:
            self.sessions[name] = Session()
        return self.sessions[name]

    def does(self, name, sql):
        for part in sql.split(";"):
            self.session(name).run(part)

    def runs(self, name, sql, processes):
        session = self.session(name)
        session.send(sql)
        while int(self.observer.run(f"select count(*) from pg_stat_activity where {session.pid} in (pid, leader_pid)")[0][0]) \
                < processes:
            time.sleep(0.005)

    def waits(self, name, sql):
        parts = sql.split(";")
        for part in parts[:-1]:
            self.session(name).run(part)
        session = self.session(name)
        session.send(parts[-1])
        for _ in range(2000):
            if self.observer.run(f"select cardinality(pg_blocking_pids({session.pid})) > 0")[0][0] == "t":
                return
            time.sleep(0.005)
        raise RuntimeError(f"{name} does not wait: {sql}")

    def close(self):
        for session in self.sessions.values():
            self.observer.run(f"select pg_terminate_backend({session.pid})")
            session.close()
        for gid, in self.observer.run("select gid from pg_prepared_xacts"):
            self.observer.run(f"rollback prepared '{gid}'")
        while self.observer.run("select count(*) from pg_stat_activity where application_name = 'bench'")[0][0] != "1":
            time.sleep(0.01)


TRUTH = """
select distinct coalesce(a.leader_pid, a.pid), coalesce(h.leader_pid, b.pid)
  from pg_stat_activity a cross join lateral unnest(pg_blocking_pids(a.pid)) b(pid) left join pg_stat_activity h on h.pid = b.pid
"""

TABLE_CONFLICTS = "('ShareUpdateExclusiveLock', 'ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')"

# Restated: what is joined to what, and what is left out.
QUERIES = {
    # the family of pg-extras: waiter and holder of the same transaction only
    "pg-extras": """select w.pid, h.pid from pg_locks w join pg_locks h on w.transactionid = h.transactionid and w.pid <> h.pid
        where not w.granted and h.granted""",
    # by kind of lock: transactions and virtual transactions, and relations through a list of modes
    "pg_activity": f"""select w.pid, h.pid from pg_locks w join pg_locks h on w.pid <> h.pid and h.granted
          and (w.locktype = 'transactionid' and w.transactionid = h.transactionid
               or w.locktype = 'virtualxid' and w.virtualxid = h.virtualxid
               or w.locktype = 'relation' and h.locktype = 'relation' and w.relation = h.relation and w.database = h.database
                  and (w.mode in {TABLE_CONFLICTS} or h.mode in {TABLE_CONFLICTS}))
        where not w.granted""",
    # every other locker of the same relation or transaction, whether it has the lock or queues for it
    "pghero": """select w.pid, h.pid from pg_locks w join pg_stat_activity a on a.pid = w.pid
          left join pg_locks h on w.pid <> h.pid and (w.transactionid = h.transactionid
             or w.relation = h.relation and w.locktype = h.locktype) left join pg_stat_activity b on b.pid = h.pid
        where not w.granted and a.datname = current_database()""",
    # relations and transactions of this database, without autovacuum
    "pgwatch": """select w.pid, h.pid from pg_locks w join pg_locks h on w.pid <> h.pid and h.granted
          and (w.transactionid = h.transactionid or w.relation = h.relation and w.database = h.database and w.locktype = h.locktype)
          join pg_stat_activity a on a.pid = w.pid join pg_stat_activity b on b.pid = h.pid
        where not w.granted and a.datname = current_database() and b.query not like 'autovacuum:%'""",
    # all columns of the lock's tag, whatever the modes
    "wiki": """select w.pid, h.pid from pg_locks w join pg_locks h on h.locktype = w.locktype
          and h.database is not distinct from w.database and h.relation is not distinct from w.relation
          and h.page is not distinct from w.page and h.tuple is not distinct from w.tuple
          and h.virtualxid is not distinct from w.virtualxid and h.transactionid is not distinct from w.transactionid
          and h.classid is not distinct from w.classid and h.objid is not distinct from w.objid
          and h.objsubid is not distinct from w.objsubid and h.pid <> w.pid
          join pg_stat_activity a on a.pid = w.pid join pg_stat_activity b on b.pid = h.pid
        where not w.granted""",
}


def scenarios():
    """Name and what makes it; truth is asked from the server."""
    yield "row update", lambda s: (
        s.does("a", "begin; update lk.t set v = 'a' where id = 1"), s.waits("b", "update lk.t set v = 'b' where id = 1"))
    yield "access exclusive holder blocks select", lambda s: (
        s.does("a", "begin; lock table lk.t in access exclusive mode"), s.waits("b", "select * from lk.t"))
    yield "queue behind waiting DDL", lambda s: (
        s.does("a", "begin; select count(*) from lk.t"), s.waits("b", "alter table lk.t add column z int"),
        s.waits("c", "select count(*) from lk.t"), s.waits("d", "insert into lk.t values (99, 'q')"))
    yield "co-holder in a compatible mode", lambda s: (
        s.does("a", "begin; update lk.t set v = 'a' where id = 1"), s.does("r", "begin; select * from lk.t where id = 5"),
        s.waits("b", "begin; lock table lk.t in share mode"))
    yield "advisory lock of an idle session", lambda s: (
        s.does("x", "select pg_advisory_lock(777)"), s.does("a", "select pg_advisory_lock(42)"),
        s.waits("b", "select pg_advisory_lock(42)"))
    yield "hot row, 3 waiters", lambda s: (
        s.does("a", "begin; update lk.t set v = 'a' where id = 1"),
        [s.waits(name, "update lk.t set v = 'x' where id = 1") for name in "bcd"])
    yield "hot row, 40 waiters", lambda s: (
        s.does("a", "begin; update lk.t set v = 'a' where id = 1"),
        [s.waits(f"w{i}", "update lk.t set v = 'x' where id = 1") for i in range(40)])
    yield "unique key", lambda s: (
        s.does("a", "begin; insert into lk.t values (100, 'a')"), s.waits("b", "insert into lk.t values (100, 'b')"))
    yield "create index concurrently", lambda s: (
        s.does("a", "begin isolation level repeatable read; select 1 from lk.t limit 1"),
        s.waits("b", "create index concurrently on lk.t (v)"))
    yield "prepared transaction", lambda s: (
        s.does("a", "begin; update lk.t set v = 'a' where id = 2; prepare transaction 'order-service:17'"),
        s.waits("b", "update lk.t set v = 'b' where id = 2"))
    yield "two FOR SHARE holders", lambda s: (
        s.does("a", "begin; select * from lk.t where id = 3 for share"),
        s.does("c", "begin; select * from lk.t where id = 3 for share"), s.waits("b", "update lk.t set v = 'b' where id = 3"))
    yield "uncommitted drop table", lambda s: (
        s.does("a", "begin; drop table lk.u"), s.waits("b", "select * from lk.u"))
    yield "the same create schema twice", lambda s: (
        s.does("a", "begin; create schema twice"), s.waits("b", "create schema twice"))
    yield "shared object", lambda s: (
        s.does("a", f"begin; comment on database {os.environ['PGDATABASE']} is 'a'"),
        s.waits("b", f"comment on database {os.environ['PGDATABASE']} is 'b'"))
    yield "deadlock before it is detected, and one behind", lambda s: (
        s.does("a", "set deadlock_timeout = '1h'; begin; update lk.t set v = 'a' where id = 1"),
        s.does("b", "set deadlock_timeout = '1h'; begin; update lk.t set v = 'b' where id = 2"),
        s.waits("b", "update lk.t set v = 'b' where id = 1"), s.waits("a", "update lk.t set v = 'a' where id = 2"),
        s.waits("c", "update lk.t set v = 'c' where id = 1"))
    yield "parallel query", lambda s: (
        s.does("a", "set parallel_setup_cost = 0; set parallel_tuple_cost = 0; set max_parallel_workers_per_gather = 2"),
        s.runs("a", "select count(*) from lk.big where pg_sleep(100) is null", 3),
        s.waits("b", "begin; lock table lk.big in access exclusive mode"))
    yield "speculative insert", lambda s: (
        s.does("g", "select pg_advisory_lock(999)"),
        s.waits("a", "insert into lk.sp values ('k', 'a') on conflict (key) do nothing"),
        s.waits("b", "insert into lk.sp values ('k', 'b') on conflict (key) do nothing"))
    yield "replication slot waits for a transaction", lambda s: (
        s.does("a", "begin; update lk.t set v = 'a' where id = 1"),
        s.waits("b", "select pg_create_logical_replication_slot('bench', 'pgoutput', true)"))


def truth(observer):
    return {(w, b) for w, b in observer.run(TRUTH)}


def dbsh_edges(observer):
    """All edges that dbsh counts with: what its query says, prepared transactions by their tags."""
    names = columns()
    edges = set()
    rows = observer.run(own_query("false"))
    prepared = [each for each in rows if each[names["gid"]] is not None]
    for each in rows:
        waiter, blockers = each[names["leader"]], each[names["blockers"]]
        for pid in (blockers or "{}").strip("{}").split(","):
            if pid == "0" and prepared:
                edges.add((waiter, "0"))
            elif pid not in ("", "0"):
                leaders = {one[names["pid"]]: one[names["leader"]] for one in rows}
                edges.add((waiter, leaders.get(pid, pid)))
    return edges


def own_query(everyone):
    text = open(os.path.join(RESOURCES, "locks.sql"), encoding="utf-8").read()
    body = "\n".join(line for line in text.split("\n") if not line.startswith("--"))
    return body.replace("?::boolean", f"{everyone}::boolean").replace("?::integer[]", "'{}'::integer[]")


def columns():
    return {name: at for at, name in enumerate(["pid", "gid", "tags", "leader", "workers", "own", "blockers"])}


def compare(observer):
    tools = list(QUERIES) + ["dbsh"]
    print("missed/false edges; - for none\n")
    print(f"{'scenario':48}{'edges':>6}" + "".join(f"{tool:>14}" for tool in tools))
    for name, make in scenarios():
        scene = Scene(observer)
        try:
            make(scene)
            true = truth(observer)
            line = f"{name:48}{len(true):>6}"
            for tool in tools:
                found = dbsh_edges(observer) if tool == "dbsh" else {
                    (w, b) for w, b in observer.run(QUERIES[tool])}
                missed, false = len(true - found), len(found - true)
                line += f"{'-' if not missed and not false else f'{missed}/{false}':>14}"
            print(line, flush=True)
        finally:
            scene.close()
            observer.run("select pg_drop_replication_slot(slot_name) from pg_replication_slots")


def crowd(observer, waiters, locks):
    """So many wait, half of them for one row and half for a table; so many locks are held besides."""
    sessions = [Session() for _ in range(waiters)]
    holder = Session()
    holder.run("begin")
    holder.run("update lk.t set v = 'a' where id = 1")
    for i in range(locks):
        holder.run(f"select pg_advisory_xact_lock({i})")
    table = Session()
    table.run("begin")
    table.run("lock table lk.u in access exclusive mode")
    for at, session in enumerate(sessions):
        session.send("update lk.t set v = 'x' where id = 1" if at % 2 else "select * from lk.u")
    while int(observer.run("select count(*) from pg_locks where not granted")[0][0]) < waiters:
        time.sleep(0.05)
    return sessions + [holder, table]


def cost(observer, waiters, locks):
    all_sessions = crowd(observer, waiters, locks)
    observer.run("set jit = off")
    held = observer.run("select count(*) from pg_locks")[0][0]
    times = []
    for _ in range(int(os.environ.get("DBSH_BENCH_RUNS", "3")) + 1):
        plan = observer.run("explain (analyze, timing off, summary on) " + own_query("false"))
        times.append(sum(float(re.search(r": ([0-9.]+) ms", line).group(1)) for line, in plan
                         if re.match(r"(Planning|Execution) Time", line)))
    begun = time.monotonic()
    rows = len(observer.run(own_query("false")))
    wall = (time.monotonic() - begun) * 1000
    print(f"{waiters} waiters, {held} locks: {min(times[1:]):.0f} ms in the server ({rows} rows, {wall:.0f} ms with their transfer)",
          flush=True)
    observer.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bench'"
                 " and pid <> pg_backend_pid()")
    for session in all_sessions:
        session.close()
    while observer.run("select count(*) from pg_stat_activity where application_name = 'bench'")[0][0] != "1":
        time.sleep(0.05)


def main():
    observer = Session()
    for statement in open(os.path.join(HERE, "locks.sql"), encoding="utf-8").read().split(";;\n"):
        if statement.strip():
            observer.run(statement)
    compare(observer)
    print()
    for size in os.environ.get("DBSH_BENCH_WAITERS", "50 500").split():
        cost(observer, int(size), 10 * int(size))


if __name__ == "__main__":
    sys.exit(main())
