#!/usr/bin/env python3
"""Prices random organisations and every breakpoint with `ptf-fees batch`, and again in SQL from the published figures (fees.sql).

usage: sql_test.py PROGRAM [--organizations N] [--seed N]
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import organizations

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = "edition,tier,employees,org_type,lf_member"


def write_roster(path, edition, count, seed):
    tiers = organizations.EDITIONS[edition]
    with open(path, "w", encoding="ascii") as roster:
        roster.write(COLUMNS + "\n")
        for row in organizations.breakpoints(tiers):
            roster.write(",".join((edition, *row)) + "\n")
        for row in organizations.organizations(count, f"{seed} {edition}", tiers):
            roster.write(",".join((edition, *row)) + "\n")


def price(program, edition, folder):
    """Runs the batch; returns the total of its summary, in cents."""
    done = subprocess.run([program, "batch", f"{edition}.csv", "--schedule", edition, "-o", f"{edition}.out.csv", "--summary", "summary.json"],
                          cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{edition}: exit {done.returncode}: {done.stderr}")
    total = json.loads((folder / "summary.json").read_text())["total_fee"]
    return int(total.replace(".", ""))


def report_of(folder):
    """What fees.sql says of all answers: a list of rows."""
    imports = "".join(f".import --csv {'--skip 1 ' if number else ''}{edition}.out.csv answer\n"
                      for number, edition in enumerate(organizations.EDITIONS))
    done = subprocess.run(["sqlite3", "-batch", ":memory:"], input=imports + (HERE / "fees.sql").read_text(), cwd=folder, capture_output=True,
                          text=True, timeout=1200, check=False)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"sqlite3: {done.stderr}")
    return [line.split("|") for line in done.stdout.splitlines()]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("--organizations", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=20241008)
    chosen = arguments.parse_args()
    program = chosen.program.resolve()
    with tempfile.TemporaryDirectory(prefix="ptf-fees-sql-") as scratch:
        folder = pathlib.Path(scratch)
        totals = {}
        for edition in organizations.EDITIONS:
            write_roster(folder / f"{edition}.csv", edition, chosen.organizations // len(organizations.EDITIONS), chosen.seed)
            totals[edition] = price(program, edition, folder)
        report = report_of(folder)
    wrong = 0
    rows = {row[0]: row[1:] for row in report}
    if rows["rows"][0] != rows["rows"][1] or int(rows["rows"][0]) <= chosen.organizations:
        wrong += 1
        print(f"{rows['rows'][0]} rows of the program, {rows['rows'][1]} of the terms")
    for kind, edition, count, quoted, cents in (row for row in report if row[0] == "edition"):
        differs = int(cents) != totals[edition]
        wrong += differs
        print(f"{edition:12} {count:>8} rows, {quoted:>8} quoted, {cents} cents" + (f"; the summary says {totals[edition]}" if differs else ""))
    for row in report:
        if row[0] == "example":
            print(" ".join(row[1:]))
    wrong += int(rows["differ"][0])
    print(f"{rows['rows'][0]} organisations (seed {chosen.seed}): {rows['differ'][0]} differ from the terms in SQL")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
