#!/usr/bin/env python3
"""Fails every system call and every allocation in turn, interrupts all of them, and kills the program at random moments.

What must hold of each run that a fault has struck: either it ends as if nothing had happened, or with exit code 5, one
sentence that gives the reason, and the old output still in place. No signal, no hang, nothing else left in the folder.

usage: run.py PROGRAM FAULTS_LIBRARY [--every] [--kills N] [--seed N] [--only NAME] [--wrapper COMMAND]
  --every    all allocations, one by one; without it a sample of them, and of the kills
  --wrapper  runs the program under this command, for a sample of the faults; for leaks and errors of memory:
             "valgrind -q --trace-children=yes --soname-synonyms=somalloc=nouserintercepts --leak-check=full
             --errors-for-leak-kinds=definite --error-exitcode=99"
"""

import argparse
import errno
import itertools
import json
import os
import pathlib
import random
import re
import shlex
import signal
import sys
import time

from stage import KINDS, OLD, SECONDS, Stage, scenarios

ERRORS = {"read": ["EIO"], "write": ["ENOSPC", "EIO"], "say": ["EIO"], "open": ["EMFILE", "EACCES"], "fsync": ["EIO", "ENOSPC"],
          "rename": ["EACCES", "ENOSPC"], "close": ["EIO"], "allocate": ["ENOMEM"], "thread": ["EAGAIN"]}
# Not among them: `link` (readlink), which no answer needs.
# What is said before the command line has been read, under --format json too.
BEFORE_MAIN = b"error: memory ran out; nothing was written\n"
# These may fail without harm to the answer: what is said beside it, closing what is done, a second worker.
HARMLESS = {"say", "close", "thread"}


def complaint(stage, kind, how_long, ended):
    """The one sentence of a run that failed, or what is wrong with its messages."""
    if kind == "allocate" and ended.out == b"" and ended.err == BEFORE_MAIN:
        return BEFORE_MAIN.decode().strip(), None
    if stage.scenario.says_json and not (kind == "write" and how_long == "on"): # else stdout takes no sentence
        try:
            return json.loads(ended.out)["error"]["message"], None if ended.err == b"" else "something on stderr beside the JSON error"
        except (ValueError, KeyError):
            return "", f"no JSON error on stdout: {ended.out[:200]} {ended.err[:200]}"
    errors = ended.errors()
    if len(errors) != 1 or not re.fullmatch(r"error: [^\n]+", errors[0]):
        return "", f"not one sentence: {errors}"
    return errors[0], None


def wrong_with_unharmed(stage, kind, ended, clean, lines_too):
    if ended.code != clean.code:
        return f"exit code {ended.code} for {clean.code}"
    for name in stage.scenario.outputs:
        if ended.files.get(name) != clean.files[name]:
            return f"{name} is not the complete new one"
    if lines_too and ended.lines() != clean.lines():
        return f"other lines on stderr: {ended.lines()}"
    if kind not in {*HARMLESS, *stage.scenario.falls_back, "allocate", "interrupt"}:
        return f"a failed {kind} went unnoticed"
    return None


def wrong_with_refused(stage, kind, code, how_long, ended, clean, old):
    sentence, wrong = complaint(stage, kind, how_long, ended)
    if wrong:
        return wrong
    reason = "memory ran out" if kind == "allocate" else os.strerror(code)
    if reason not in sentence:
        return f"the sentence does not say {reason}: {sentence}"
    extra = [line for line in ended.lines() if line not in clean.lines() and line != sentence]
    if extra:
        return f"lines that the clean run does not have: {extra}"
    before = OLD if old else None
    for name in stage.scenario.outputs:
        if name == "stdout":
            continue
        now = ended.files.get(name)
        last = name == stage.scenario.outputs[-1]
        # Everything is flushed before the first file is in place: from then on only a rename can fail, and it says so.
        if now != before and (last or kind != "rename" or now != clean.files[name]):
            return f"{name} is {'not the old one' if last or kind != 'rename' else 'neither the old one nor the complete new one'}"
        if (now != before) != (f"'{name}'" in sentence.partition("; already the new one: ")[2]):
            return f"the sentence is wrong about {name}, which is {'the old' if now == before else 'a new'} one: {sentence}"
    return None


def wrong_with(stage, kind, code, how_long, ended, clean, old):
    """What does not hold of this run, or None."""
    if ended is None:
        return "it hangs"
    if ended.code < 0 or ended.code > 5:
        return f"it ended with {ended.code}: {ended.err[-300:].decode('utf-8', 'replace')}"
    strange = set(ended.files) - set(stage.scenario.outputs) - {"stdout"}
    if strange:
        return f"left over: {sorted(strange)}"
    if kind != "say" and ended.code == 5:
        return wrong_with_refused(stage, kind, code, how_long, ended, clean, old)
    return wrong_with_unharmed(stage, kind, ended, clean, kind != "say")


class Tally:
    """Counts runs by scenario and kind, and keeps what was wrong."""

    def __init__(self):
        self.rows, self.faults = [], []

    def add(self, name, kind, calls, runs, refused, unharmed, missed, wrong):
        self.rows.append((name, kind, calls, runs, refused, unharmed, missed, len(wrong)))
        self.faults += [f"{name}: {what}" for what in wrong]
        print(f"{name:14} {kind:10} {calls:>7} calls {runs:>7} runs {refused:>7} refused {unharmed:>6} unharmed {missed:>5} not struck "
              f"{len(wrong):>4} wrong", flush=True)

    def finish(self):
        for fault in self.faults[:40]:
            print(fault)
        runs = sum(row[3] for row in self.rows)
        print(f"{runs} runs, {sum(row[3] - row[6] for row in self.rows)} of them struck: {len(self.faults)} wrong")
        return 1 if self.faults else 0


def numbers_of(kind, calls, every, wrapped):
    """Which calls to fail: all of them, or of allocations and in the quick form some."""
    most = 12 if wrapped else calls if every or kind != "allocate" else 60
    if calls <= most:
        return range(1, calls + 1)
    near = set(range(1, most // 3)) | set(range(calls - most // 3, calls + 1))
    step = calls / (most - len(near) + 1)
    return sorted(near | {max(1, round(i * step)) for i in range(1, most - len(near) + 1)})


def fail_each_call(stage, clean, every, tally):
    for kind in ERRORS:
        calls = clean.made[kind]
        runs = refused = unharmed = missed = 0
        wrong = []
        names = ERRORS[kind] if every else ERRORS[kind][:1]
        for number, name, how_long in itertools.product(numbers_of(kind, calls, every, bool(stage.wrapper)), names, ("once", "on")):
            code = getattr(errno, name)
            old = number % 2 == 1
            ended = stage.run(f"{kind} {number} {code} {how_long}", old)
            runs += 1
            what = wrong_with(stage, kind, code, how_long, ended, clean, old) if ended is None or ended.failed else None
            if what:
                wrong.append(f"{kind} {number} of {calls} {name} {how_long}: {what}")
                stage.clean()
            elif not ended.failed:
                missed += 1
            elif ended.code == 5:
                refused += 1
            else:
                unharmed += 1
        if kind == "close" and stage.scenario.outputs == ["stdout"] and refused == 0:
            wrong.append("what closing standard output said went unheard")
        if runs:
            tally.add(stage.scenario.name, kind, calls, runs, refused, unharmed, missed, wrong)


def signal_in_each_call(stage, clean, tally):
    """A signal within a call that makes or moves a file ends the program by itself and leaves nothing else."""
    for kind in ("open", "fsync", "rename"):
        wrong = []
        for number in range(1, clean.made[kind] + 1):
            ended = stage.run(f"{kind} {number} {signal.SIGTERM.value} signal")
            strange = set(ended.files) - set(stage.scenario.outputs) - {"stdout"} if ended else set()
            mixed = [name for name in stage.scenario.outputs if name != "stdout" and ended and ended.files[name] not in (OLD, clean.files[name])]
            if ended is None or ended.code != -signal.SIGTERM or strange or mixed:
                wrong.append(f"a signal in {kind} {number}: {ended and ended.code}, left over {sorted(strange)}, half-written {mixed}")
                stage.clean()
        tally.add(stage.scenario.name, f"TERM/{kind}", clean.made[kind], clean.made[kind], 0, clean.made[kind] - len(wrong), 0, wrong)


def interrupt_all(stage, clean, seeds, tally):
    wrong, struck = [], 0
    for seed in seeds:
        ended = stage.run(f"interrupt {seed}")
        struck += ended.failed if ended else 0
        what = wrong_with(stage, "interrupt", 0, "on", ended, clean, True)
        if what:
            wrong.append(f"interrupt {seed}: {what}")
            stage.clean()
    tally.add(stage.scenario.name, "interrupt", struck, len(seeds), 0, len(seeds) - len(wrong), 0, wrong)


def seconds_of(stage):
    """How long an undisturbed run goes on after it was started: the median of some."""
    taken = []
    for _ in range(9):
        with stage.started() as running:
            start = time.monotonic()
            running.wait(timeout=SECONDS)
            taken.append(time.monotonic() - start)
    return sorted(taken)[len(taken) // 2]


def kill_at_random(stage, clean, kills, seed, tally):
    """SIGKILL: the output is the old one or the complete new one. A temporary file may stay, under a name of its own."""
    random_moment = random.Random(seed)
    length = seconds_of(stage)
    wrong, kept, replaced, early = [], 0, 0, 0
    name = stage.scenario.outputs[-1]
    for number in range(kills):
        with stage.started() as running:
            time.sleep(random_moment.uniform(0, 1.1 * length))
            running.kill()
            running.wait()
        early += running.returncode < 0
        now = (stage.folder / name).read_bytes()
        kept += now == OLD
        replaced += now == clean.files[name]
        if now not in (OLD, clean.files[name]):
            wrong.append(f"kill {number} (seed {seed}): {name} is neither the old one nor the complete new one ({len(now)} bytes)")
        for path in stage.folder.iterdir():
            if path.name not in stage.scenario.inputs and path.name not in stage.scenario.outputs:
                # The second is libxlsxwriter's, which has a name for a moment.
                if not re.fullmatch(rf"\.({'|'.join(map(re.escape, stage.scenario.outputs))})\.\d+-\d+\.tmp|tmp\.\w+", path.name):
                    wrong.append(f"kill {number}: a strange file {path.name}")
                path.unlink()
    print(f"{stage.scenario.name:14} SIGKILL    {kills} at random moments of {length * 1000:.1f} ms (seed {seed}): {early} struck it alive; "
          f"output old {kept}, complete new {replaced}, else {kills - kept - replaced}")
    tally.faults += [f"{stage.scenario.name}: {what}" for what in wrong]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("library", type=pathlib.Path)
    arguments.add_argument("--every", action="store_true")
    arguments.add_argument("--kills", type=int)
    arguments.add_argument("--seed", type=int, default=20241008)
    arguments.add_argument("--only")
    arguments.add_argument("--wrapper", default="")
    chosen = arguments.parse_args()
    kills = chosen.kills if chosen.kills is not None else 1000 if chosen.every else 60
    tally = Tally()
    for scenario in scenarios(workbooks=(chosen.program.parent / "ptf_fees_workbook.so").exists()):
        if chosen.only and chosen.only != scenario.name:
            continue
        stage = Stage(scenario, str(chosen.program.resolve()), str(chosen.library.resolve()), shlex.split(chosen.wrapper))
        clean = stage.run()
        if clean is None or clean.code not in (0, 1) or clean.made["write"] == 0:
            sys.exit(f"{scenario.name}: the undisturbed run failed: {clean and clean.err}")
        files = len([name for name in scenario.outputs if name != "stdout"])
        if (clean.made["fsync"], clean.made["rename"]) != (files, files):
            sys.exit(f"{scenario.name}: of {files} files {clean.made['fsync']} are flushed and {clean.made['rename']} put in place")
        fail_each_call(stage, clean, chosen.every, tally)
        if not chosen.wrapper:
            signal_in_each_call(stage, clean, tally)
            interrupt_all(stage, clean, range(chosen.seed, chosen.seed + (20 if chosen.every else 3)), tally)
            if scenario.outputs[-1] != "stdout":
                kill_at_random(stage, clean, kills * 9 // 20 if scenario.name.startswith("batch") else kills // 50, chosen.seed, tally)
    sys.exit(tally.finish())


if __name__ == "__main__":
    main()
