#!/usr/bin/env python3
"""How long a quote takes to start, against /bin/true: medians of interleaved runs, and their ratio.

usage: startup.py [--runs N] [--in-place] NAME=PROGRAM...

Every program, /bin/true too, runs as a fresh copy, written in one piece as an installation writes it: how the page cache
holds a file that was linked or read long ago differs from day to day. --in-place runs them where they are.
"""

import argparse
import os
import pathlib
import statistics
import tempfile
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
    parser.add_argument("--in-place", action="store_true")
    parser.add_argument("programs", nargs="+", metavar="NAME=PROGRAM")
    arguments = parser.parse_args()

    programs = {"/bin/true": "/bin/true", **dict(pair.split("=", 1) for pair in arguments.programs)}
    with tempfile.TemporaryDirectory(dir=pathlib.Path.cwd()) as folder:
        commands = {}
        for number, (name, program) in enumerate(programs.items()):
            path = pathlib.Path(program).resolve()
            if not arguments.in_place:
                content, path = path.read_bytes(), pathlib.Path(folder) / f"{number}"
                path.write_bytes(content)
                path.chmod(0o755)
            commands[name] = [str(path), *([] if program == "/bin/true" else QUOTE)]
        compare(commands, arguments.runs)


def compare(commands, runs):
    times = {name: [] for name in commands}
    null = os.open(os.devnull, os.O_WRONLY)
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command, null))
    base = statistics.median(times["/bin/true"])
    for name, samples in times.items():
        median = statistics.median(samples)
        print(f"{name:12} median {median * 1e6:7.0f} us   {median / base:5.2f} x /bin/true")


if __name__ == "__main__":
    main()
