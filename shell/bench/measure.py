# SPDX-License-Identifier: Apache-2.0
"""Runs commands in turn, again and again, and prints medians and ratios.

Standard input has a line per case: GROUP, LABEL and COMMAND, separated by tabs; the command is written as for a shell,
with assignments in front. Within a group every case is compared to those whose label begins with "=".
Turns, because the machine's mood changes: what ran in the same minute can be compared.
"""

import os
import shlex
import statistics
import sys
import time


def parse(line):
    group, label, command = line.rstrip("\n").split("\t")
    words = shlex.split(command)
    environment = dict(os.environ)
    while "=" in words[0] and "/" not in words[0].split("=")[0]:
        name, value = words.pop(0).split("=", 1)
        environment[name] = value
    return group, label, words, environment


def run(words, environment):
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    start = time.perf_counter()
    pid = os.posix_spawnp(words[0], words, environment, file_actions=null)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    scale = 1 if sys.platform == "darwin" else 1024
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss * scale / 1e6, os.waitstatus_to_exitcode(status)


def main():
    rounds = int(os.environ.get("DBSH_BENCH_RUNS", "15"))
    cases = [parse(line) for line in sys.stdin if line.strip()]
    taken = [[] for _ in cases]
    for words, environment in [case[2:] for case in cases]:
        run(words, environment)
    for _ in range(rounds):
        for case, runs in zip(cases, taken):
            runs.append(run(case[2], case[3]))
    for group in dict.fromkeys(case[0] for case in cases):
        members = [(case[1], runs) for case, runs in zip(cases, taken) if case[0] == group]
        references = [(label[1:], statistics.median(r[0] for r in runs)) for label, runs in members if label.startswith("=")]
        print(f"\n{group}, {rounds} runs each, in turn")
        heads = "".join(f"{'/ ' + label:>16}" for label, _ in references)
        print(f"{'':34}{'median ms':>10}{'min':>8}{'cpu':>8}{'peak MB':>9}{heads}")
        for label, runs in members:
            middle = [statistics.median(r[i] for r in runs) for i in range(3)]
            ratios = "".join(f"{middle[0] / reference:16.2f}" for _, reference in references)
            failed = sorted({r[3] for r in runs} - {0})
            note = f"   FAILED: exit {', '.join(map(str, failed))}" if failed else ""
            print(f"{label.lstrip('='):34}{middle[0]:10.1f}{min(r[0] for r in runs):8.1f}{middle[1]:8.1f}{middle[2]:9.1f}{ratios}{note}")


main()
