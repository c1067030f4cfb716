#!/usr/bin/env python3
"""ptf_quote in SQLite says of every row of the roster what `ptf-fees batch` says of it.

usage: same_as_batch.py PROGRAM FOLDER_WITH_EXTENSION
"""
import csv
import io
import os
import pathlib
import subprocess
import sys

ROSTER = pathlib.Path(__file__).with_name("roster.csv")
FEES = ["membership_fee", "prerequisite_fee", "total_fee"]
ADDED = ["status", *FEES, "currency", "band", "schedule", "error"]


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


program, extension = sys.argv[1:]
batch = subprocess.run([program, "batch", ROSTER], capture_output=True, text=True, timeout=60)
assert batch.returncode == 1, batch.stderr
sql = f"""SELECT {', '.join('q.' + (name + '_cents' if name in FEES else name) for name in ADDED)}
          FROM roster, ptf_quote(roster.tier, employees, org_type, lf_member) AS q ORDER BY roster.rowid"""
shell = ["sqlite3", "-cmd", ".load ptf_fees_sqlite", "-cmd", f".import --csv '{ROSTER}' roster", "-header", "-csv", ":memory:", sql]
sqlite = subprocess.run(shell, capture_output=True, text=True, timeout=60, env=os.environ | {"LD_LIBRARY_PATH": extension})
assert sqlite.returncode == 0, sqlite.stderr

# Only the program has options to remedy an empty cell with.
expected = [[row[name].replace(".", "") if name in FEES else row[name] for name in ADDED]
            for row in rows_of(batch.stdout.replace(", or give --tier for such rows", ""))]
expected = [[str(int(cell)) if i in (1, 2, 3) and cell else cell for i, cell in enumerate(row)] for row in expected]
found = [list(row.values()) for row in rows_of(sqlite.stdout)]
differing = [(e, f) for e, f in zip(expected, found) if e != f]
for e, f in differing:
    print(f"batch:  {e}\nsqlite: {f}")
sys.exit(0 if not differing and len(expected) == len(found) > 10 else 1)
