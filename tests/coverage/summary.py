#!/usr/bin/env python3
"""Sums up an llvm-cov export for the parts of the program that have a target, and lists what is not covered.

usage: summary.py EXPORT.json REASONS.txt [PREFIX...]

REASONS.txt says, a line each, `path:text of the line: reason` for lines that no test can reach (the text, since line
numbers move). What stands there is listed with its reason; it still counts as uncovered.
"""

import json
import pathlib
import sys

# name, prefixes, target in per cent by kind
PARTS = (
    ("model and engine", ("src/model/", "src/engine/"), {"lines": 100, "branches": 100, "mcdc": 100}),
    ("all of src and include", ("src/", "include/"), {"lines": 98, "branches": 95}),
)
KINDS = ("lines", "branches", "mcdc")


def uncovered(file):
    """(line, what) for each line, branch outcome and condition that no run reached."""
    found = set()
    regions = file["segments"]
    for (line, _, count, has_count, *_), following in zip(regions, regions[1:]):
        if has_count and count == 0:
            for number in range(line, max(line, following[0] - (following[1] == 1)) + 1):
                found.add((number, "never run"))
    for line, column, _, _, true_count, false_count, *_ in file["branches"]:
        if true_count == 0 and false_count == 0:
            found.add((line, f"condition at column {column} never evaluated"))
        elif true_count == 0 or false_count == 0:
            found.add((line, f"condition at column {column} never {'true' if true_count == 0 else 'false'}"))
    for record in file.get("mcdc_records", []):
        line, column, conditions = record[0], record[1], record[-1]
        for number, covered in enumerate(conditions, 1):
            if not covered:
                found.add((line, f"decision at column {column}: condition {number} never decides alone"))
    return sorted(found)


def main():
    export, reasons_file, *prefixes = sys.argv[1:]
    with open(export) as stream:
        files = json.load(stream)["data"][0]["files"]
    for file in files:
        file["filename"] = file["filename"].removeprefix(str(pathlib.Path.cwd()) + "/").removeprefix("./")
    reasons = {}
    if pathlib.Path(reasons_file).exists():
        for line in pathlib.Path(reasons_file).read_text().splitlines():
            if line and not line.startswith("#"):
                path, text, reason = line.split(" | ")
                reasons[path, text] = reason

    for file in sorted(files, key=lambda file: file["filename"]):
        name = file["filename"]
        if not name.startswith(tuple(prefixes) if prefixes else PARTS[1][1]):
            continue
        lines = pathlib.Path(name).read_text().splitlines()
        for line, what in uncovered(file):
            text = lines[line - 1].strip() if line <= len(lines) else ""
            print(f"{name}:{line}: {what}: {text}  [{reasons.get((name, text), 'no reason given')}]")

    missed = False
    for part, prefixes, targets in PARTS:
        chosen = [file for file in files if file["filename"].startswith(prefixes)]
        for kind in KINDS:
            covered = sum(file["summary"][kind]["covered"] for file in chosen)
            count = sum(file["summary"][kind]["count"] for file in chosen)
            per_cent = 100 * covered / count if count else 100
            target = targets.get(kind)
            missed = missed or (target is not None and per_cent < target)
            wanted = f" (target {target} %)" if target else ""
            print(f"{part:24} {kind:8} {covered:6} of {count:6}  {per_cent:6.2f} %{wanted}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
