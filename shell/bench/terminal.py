# SPDX-License-Identifier: Apache-2.0
"""Starts interactive programs on a terminal, in turn, again and again; prints how long each takes to its prompt and to
the answer of a first statement, as medians and ratios.

Standard input has a line per case: GROUP, LABEL and COMMAND, separated by tabs, as for measure.py.
"""

import fcntl
import os
import pty
import re
import select
import shlex
import signal
import statistics
import struct
import sys
import termios
import time

ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>()][0B]?")
PROMPT = re.compile(rb'postgres\S*[>#]')
STATEMENT, ANSWER = b"select 1234567 * 2;\r", re.compile(rb"2469134")
PATIENCE = 30


class Terminal:
    """What a terminal does: it shows, and it tells where its cursor is when it is asked."""

    def __init__(self, words, environment):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(words[0], words, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.seen = b""

    def until(self, pattern):
        while not pattern.search(ESCAPES.sub(b"", self.seen)):
            if not select.select([self.fd], [], [], PATIENCE)[0]:
                raise SystemExit(f"no {pattern.pattern} within {PATIENCE} s but {self.seen!r}")
            more = os.read(self.fd, 65536)
            if b"\x1b[6n" in more:
                os.write(self.fd, b"\x1b[1;1R")
            self.seen += more
        return (time.perf_counter() - self.start) * 1000

    def type(self, text):
        self.seen = b""
        os.write(self.fd, text)

    def memory(self):
        """Megabytes of the peak of the process that has the terminal."""
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) / 1000

    def end(self):
        os.kill(self.pid, signal.SIGHUP)
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def run(words, environment):
    terminal = Terminal(words, environment)
    prompt = terminal.until(PROMPT)
    terminal.type(STATEMENT)
    answer = terminal.until(ANSWER)
    peak = terminal.memory() if os.path.isdir("/proc/self") else float("nan")
    terminal.end()
    return prompt, answer, peak


def parse(line):
    group, label, command = line.rstrip("\n").split("\t")
    words = shlex.split(command)
    environment = dict(os.environ, TERM="xterm-256color")
    while "=" in words[0] and "/" not in words[0].split("=")[0]:
        name, value = words.pop(0).split("=", 1)
        environment[name] = value
    return group, label, words, environment


def main():
    rounds = int(os.environ.get("DBSH_BENCH_RUNS", "15"))
    cases = [parse(line) for line in sys.stdin if line.strip()]
    taken = [[] for _ in cases]
    for case in cases:
        run(case[2], case[3])
    for _ in range(rounds):
        for case, runs in zip(cases, taken):
            runs.append(run(case[2], case[3]))
    for group in dict.fromkeys(case[0] for case in cases):
        members = [
            (case[1], [statistics.median(column) for column in zip(*runs)])
            for case, runs in zip(cases, taken)
            if case[0] == group
        ]
        reference, base = next((label[1:], middle) for label, middle in members if label.startswith("="))
        print(f"\n{group}, {rounds} runs each, in turn")
        print(f"{'':24}{'prompt ms':>10}{'/ ' + reference:>10}{'answer ms':>11}{'/ ' + reference:>10}{'peak MB':>9}")
        for label, (prompt, answer, peak) in members:
            print(
                f"{label.lstrip('='):24}{prompt:10.1f}{prompt / base[0]:10.2f}{answer:11.1f}"
                f"{answer / base[1]:10.2f}{peak:9.1f}"
            )


main()
