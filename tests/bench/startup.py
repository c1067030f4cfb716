#!/usr/bin/env python3
"""How long a quote takes to start, against /bin/true: medians of interleaved runs, and their ratio.

usage: startup.py [--runs N] NAME=PROGRAM...
"""

import argparse
import os
import statistics
import time

QUOTE = ["quote", "--tier", "general", "--employees", "5000"]


def seconds(arguments, null):
    start = time.perf_counter()
    child = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
    os.waitpid(child, 0)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description="Start-up time against /bin/true.")
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("programs", nargs="+", metavar="NAME=PROGRAM")
    arguments = parser.parse_args()

    commands = {"/bin/true": ["/bin/true"]}
    for pair in arguments.programs:
        name, program = pair.split("=", 1)
        commands[name] = [os.path.abspath(program), *QUOTE]
    times = {name: [] for name in commands}
    null = os.open(os.devnull, os.O_WRONLY)
    for _ in range(arguments.runs):
        for name, command in commands.items():
            times[name].append(seconds(command, null))
    base = statistics.median(times["/bin/true"])
    for name, samples in times.items():
        median = statistics.median(samples)
        print(f"{name:12} median {median * 1e6:7.0f} us   {median / base:5.2f} x /bin/true")


if __name__ == "__main__":
    main()
