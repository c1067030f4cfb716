#!/usr/bin/env python3
"""Sums up an llvm-cov export by floor, lists what no test reaches, and fails where a target or a reason is missing.

usage: summary.py EXPORT.json REASONS.txt [PREFIX...]

A line, an outcome of a branch or a condition of a decision (MC/DC) counts once, however often its function was compiled
(templates, programs): it is covered when any of them covers it. REASONS.txt says, one a line,
`path | text of the line | reason`, why no test reaches something on that line (its text, since line numbers move). What
is in it is listed with its reason and still counts as uncovered; what is uncovered and not in it fails
(conditions only in model and engine, where they have a target).
Not an outcome: the way past the last `case` of a switch, since such a switch names every value of its enum (-Wswitch),
and the condition of `while (true)`.
"""

import collections
import json
import pathlib
import sys

KINDS = ("lines", "branches", "mcdc")
STRICT = ("src/model/", "src/engine/")
TARGETS = (("model and engine", STRICT, {"lines": 100, "branches": 100, "mcdc": 100}),
           ("all of src and include", ("src/", "include/"), {"lines": 98, "branches": 95}))


def line_counts(segments):
    """{line: how often it ran}, as llvm-cov counts a line: the busiest region that begins on it or reaches into it."""
    by_line = collections.defaultdict(list)
    for segment in segments:
        by_line[segment[0]].append(segment)
    counts, wrapping = {}, None
    for line in range(segments[0][0], segments[-1][0] + 1) if segments else ():
        here = by_line.get(line, [])
        begun = [count for _, _, count, has_count, is_entry, is_gap in here if has_count and is_entry and not is_gap]
        skipped = here and not here[0][3] and here[0][4]
        if not skipped and (begun or (wrapping is not None and wrapping[3])):
            counts[line] = max([*begun, wrapping[2] if wrapping is not None else 0])
        if here:
            wrapping = here[-1]
    return counts


class File:
    """What was covered in one file: for each kind, {(line, what is missing if it is not covered): whether it is}."""

    def __init__(self, name, exported):
        self.name = name
        self.lines = pathlib.Path(name).read_text().split("\n")
        covered = {(line, "never run"): count > 0 for line, count in line_counts(exported["segments"]).items()}
        self.covered = {"lines": covered, "branches": self.outcomes(exported), "mcdc": self.conditions(exported)}

    def outcomes(self, exported):
        sums = collections.Counter()
        for line, column, _, _, true_count, false_count, *_ in exported["branches"]:
            text = self.lines[line - 1]
            if text[:column - 1].endswith("switch (") or text[column - 1:].startswith("true)"):
                continue
            sums[line, f"column {column} never true"] += true_count
            sums[line, f"column {column} never false"] += false_count
        return {key: count > 0 for key, count in sums.items()}

    def conditions(self, exported):
        decided = collections.defaultdict(bool)
        for line, column, *_, conditions in exported["mcdc_records"]:
            for number, alone in enumerate(conditions, 1):
                decided[line, f"column {column}: condition {number} never decides alone"] |= alone
        return decided

    def missing(self):
        """Conditions only where they have a target."""
        kinds = KINDS if self.name.startswith(STRICT) else KINDS[:2]
        return sorted(key for kind in kinds for key, covered in self.covered[kind].items() if not covered)


def read_reasons(path):
    """{(path, text): reason}."""
    reasons = {}
    for line in pathlib.Path(path).read_text().splitlines():
        if line and not line.startswith("#"):
            file, rest = line.split(" | ", 1)
            text, reason = rest.rsplit(" | ", 1)
            reasons[file, text] = reason
    return reasons


def print_figures(name, files, targets):
    """One row of the table, and whether every target is met."""
    row, met = f"{name:24}", True
    for kind in KINDS:
        covered = [is_covered for file in files for is_covered in file.covered[kind].values()]
        share = 100 * sum(covered) / len(covered) if covered else 100 if files else 0
        row += f"  {sum(covered):5} of {len(covered):5} {share:6.2f} %"
        met = met and share >= targets.get(kind, 0)
    print(row + ("" if met else f"  MISSED: {targets}"))
    return met


def main():
    export, reasons_file, *prefixes = sys.argv[1:]
    exported = json.loads(pathlib.Path(export).read_text())["data"][0]["files"]
    exported.sort(key=lambda file: file["filename"])
    files = [File(file["filename"], file) for file in exported if file["filename"].startswith(TARGETS[1][1])]

    reasons = read_reasons(reasons_file)
    complete, used = True, set()
    for file in files:
        for line, what in file.missing():
            key = file.name, file.lines[line - 1].strip()
            used.add(key)
            complete = complete and key in reasons
            if file.name.startswith(tuple(prefixes) or ""):
                print(f"{file.name}:{line}: {what}: {key[1]}  [{reasons.get(key, 'NO REASON GIVEN')}]")
    for path, text in reasons.keys() - used:
        if text not in (line.strip() for line in pathlib.Path(path).read_text().splitlines()):
            print(f"{reasons_file}: no line of {path} reads: {text}")
            complete = False

    print(f"\n{'':24}  {'lines':>21}  {'branches':>21}  {'MC/DC':>21}")
    for floor in sorted({file.name.rsplit("/", 1)[0] for file in files}):
        print_figures(floor, [file for file in files if file.name.rsplit("/", 1)[0] == floor], {})
    for name, parts, targets in TARGETS:
        complete = print_figures(name, [file for file in files if file.name.startswith(parts)], targets) and complete
    print("every target met, every gap has its reason" if complete else "FAILED: a target is missed or a gap has no reason")
    return 0 if complete else 1


if __name__ == "__main__":
    sys.exit(main())
