#!/usr/bin/env python3
"""Batch against its peers, interleaved in one run: medians, ratios, peak memory; the results are checked to agree.

usage: batch.py --program PTF_FEES --make-roster MAKE_ROSTER --scratch FOLDER [--duckdb FOLDER] [--rows 10000000] [--small-rows 1000000]
                [--runs 5]

FOLDER of --scratch is best on a file system in memory (/dev/shm) and needs some 4 GB for 10 million rows; it is emptied at the end.
FOLDER of --duckdb is where `npm install @duckdb/node-api` was run; without it DuckDB is left out. Miller and mawk take part where
they are installed.
"""

import argparse
import csv
import hashlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["org", "tier", "employees", "org_type", "lf_member"]

ANSWER = """
  CASE WHEN t IS NULL OR n IS NULL THEN 'invalid' ELSE 'quoted' END AS status,
  CASE WHEN n IS NULL THEN NULL ELSE f END AS membership_fee, CASE WHEN n IS NULL OR t IS NULL THEN NULL ELSE p END AS prerequisite_fee,
  CASE WHEN n IS NULL THEN NULL ELSE f + p END AS total_fee, 'USD' AS currency,
  CASE WHEN t IS DISTINCT FROM 'general' THEN NULL WHEN n >= 5000 THEN '5,000 or more' WHEN n >= 3000 THEN '3,000 to 4,999'
       WHEN n >= 1000 THEN '1,000 to 2,999' WHEN n >= 500 THEN '500 to 999' WHEN n >= 1 THEN '1 to 499' END AS band,
  'ptf-2025-04' AS schedule, NULL AS error
"""
FEES = """
  CASE tier WHEN 'general' THEN (CASE WHEN n >= 5000 THEN 50000.00 WHEN n >= 3000 THEN 40000.00 WHEN n >= 1000 THEN 35000.00
                                      WHEN n >= 500 THEN 30000.00 ELSE 25000.00 END)
            WHEN 'premier' THEN 150000.00 WHEN 'associate' THEN 0.00 END AS f,
  CASE WHEN tier = 'associate' OR lf_member = 'yes' THEN 0.00 WHEN n >= 5000 THEN 20000.00 WHEN n >= 500 THEN 15000.00
       WHEN n >= 100 THEN 10000.00 ELSE 5000.00 END AS p,
  CASE WHEN tier IN ('general', 'premier', 'associate') THEN tier END AS t
"""


def sql(source, target):
    """A query that reads all as text and quotes by CASE."""
    kept = ", ".join(COLUMNS)
    inner = f"SELECT *, TRY_CAST(employees AS BIGINT) AS n FROM {source}"
    return f"COPY (SELECT {kept}, {ANSWER} FROM (SELECT *, {FEES} FROM ({inner}))) TO {target}"


def duckdb(options, source, target, threads, in_order=True):
    statements = [] if in_order else ["SET preserve_insertion_order = false"]
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in COLUMNS)
    if source.suffix == ".csv":
        read = f"read_csv('{source}', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', columns = {{{types}}})"
        write = f"'{target}' (FORMAT csv, HEADER)"
    else:
        read = f"read_json('{source}', format = 'newline_delimited', columns = {{{types}}})"
        write = f"'{target}' (FORMAT json)"
    return ["node", str(HERE / "duckdb.mjs"), str(threads), *statements, sql(read, write)]


MILLER = """
$n = is_error(int($employees)) || !($employees =~ "^[0-9]+$") ? "" : int($employees);
known = $tier == "general" || $tier == "premier" || $tier == "associate";
$status = known && $n != "" ? "quoted" : "invalid";
if ($status == "quoted") {
  $membership_fee = $tier == "premier" ? 150000 : $tier == "associate" ? 0 : $n >= 5000 ? 50000 : $n >= 3000 ? 40000 : $n >= 1000 ? 35000 : $n >= 500 ? 30000 : 25000;
  $prerequisite_fee = $tier == "associate" || $lf_member == "yes" ? 0 : $n >= 5000 ? 20000 : $n >= 500 ? 15000 : $n >= 100 ? 10000 : 5000;
  $total_fee = ($membership_fee + $prerequisite_fee) . ".00";
  $membership_fee = $membership_fee . ".00"; $prerequisite_fee = $prerequisite_fee . ".00";
} else { $membership_fee = ""; $prerequisite_fee = ""; $total_fee = "" }
$currency = "USD";
$band = $tier != "general" || $status != "quoted" ? "" : $n >= 5000 ? "5,000 or more" : $n >= 3000 ? "3,000 to 4,999" : $n >= 1000 ? "1,000 to 2,999" : $n >= 500 ? "500 to 999" : "1 to 499";
$schedule = "ptf-2025-04"; $error = "";
unset $n
"""

# mawk splits at every comma, quoted or not: it counts cells from the end, where none is quoted but in bad rows.
MAWK = r"""
NR == 1 { print $0 ",status,membership_fee,prerequisite_fee,total_fee,currency,band,schedule,error"; next }
{ tier = $(NF-3); n = $(NF-2); f = ""
  if (n !~ /^[0-9]+$/ || (tier != "general" && tier != "premier" && tier != "associate")) { print $0 ",invalid,,,,USD,,ptf-2025-04,"; next }
  n += 0; band = ""
  if (tier == "premier") f = 150000; else if (tier == "associate") f = 0
  else if (n >= 5000) { f = 50000; band = "\"5,000 or more\"" } else if (n >= 3000) { f = 40000; band = "\"3,000 to 4,999\"" }
  else if (n >= 1000) { f = 35000; band = "\"1,000 to 2,999\"" } else if (n >= 500) { f = 30000; band = "500 to 999" } else { f = 25000; band = "1 to 499" }
  p = tier == "associate" || $NF == "yes" ? 0 : n >= 5000 ? 20000 : n >= 500 ? 15000 : n >= 100 ? 10000 : 5000
  print $0 ",quoted," f ".00," p ".00," (f + p) ".00,USD," band ",ptf-2025-04," }
"""


class Bench:
    def __init__(self, options):
        self.options = options
        self.scratch = pathlib.Path(options.scratch)
        self.times = {}
        self.memory = {}
        self.agreed = {}
        self.room = 0

    def roster(self, rows, form):
        path = self.scratch / f"in-{rows}.{form}"
        with open(path, "wb") as out:
            subprocess.run([self.options.make_roster, str(rows), "1", form], stdout=out, check=True)
        self.room = 5 * path.stat().st_size // 2
        return path

    def warm(self):
        """Writes and removes as much as a run writes: a virtual machine may give memory that has been free for some seconds
        back to its host, and who writes first would pay for getting it again."""
        path, piece = self.scratch / "warm", bytes(1 << 20)
        with open(path, "wb", buffering=0) as out:
            for _ in range(self.room // len(piece) + 1):
                out.write(piece)
        path.unlink()

    def once(self, name, command, target, to_stdout=False):
        """Runs `command` once; what it writes is in `target`, which did not exist before."""
        target.unlink(missing_ok=True)
        self.warm()
        null = os.open(os.devnull, os.O_RDWR)
        out = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644) if to_stdout else null
        start = time.perf_counter()
        child = os.posix_spawnp(command[0], command, {**os.environ, "DUCKDB_FOLDER": self.options.duckdb or ""},
                                file_actions=[(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, out, 1)] +
                                ([(os.POSIX_SPAWN_DUP2, null, 2)] if "batch" in command else []))
        _, status = os.waitpid(child, 0)
        seconds = time.perf_counter() - start
        for descriptor in {null, out}:
            os.close(descriptor)
        code = os.waitstatus_to_exitcode(status)
        if code not in ((0, 1) if "batch" in command else (0,)):
            sys.exit(f"{name} ended with {code}")
        self.times.setdefault(name, []).append(seconds)

    def peak(self, name, command, target):
        """Memory in MiB. By another program: what we start ourselves is charged with our own memory."""
        target.unlink(missing_ok=True)
        done = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.memory[name] = int(done.stderr.split()[-1]) / 1024

    def digest(self, path):
        """Of all cells but the last column (the sentence), so that each peer may quote cells as it likes; a zero is a zero."""
        digest = hashlib.sha256()
        with open(path, newline="", encoding="utf-8") as source:
            for row in csv.reader(source):
                digest.update("\x1f".join(row[:-1]).encode() + b"\n")
        return digest.hexdigest()

    def compete(self, runs, contenders, check):
        """Interleaves `contenders`: (name, command, target, to_stdout)."""
        for turn in range(runs):
            for name, command, target, to_stdout in contenders:
                self.once(name, command, target, to_stdout)
                if check and turn == 0 and not name.startswith("cat"):
                    self.agreed[name] = self.digest(target)
                if turn == 0 and not to_stdout:
                    self.peak(name, command, target)
                target.unlink(missing_ok=True)
        if check and len(set(self.agreed.values())) > 1:
            sys.exit(f"the results differ: {self.agreed}")

    def median(self, name):
        return statistics.median(self.times[name])

    def batch(self, source, target, jobs, *more):
        return [self.options.program, "batch", str(source), "-o", str(target), "--jobs", str(jobs), *more]


def ratio(bench, title, mine, other, target):
    if mine in bench.times and other in bench.times:
        print(f"{title:58} {bench.median(mine) / bench.median(other):8.4f}   target {target}")


def small(bench, rows, runs):
    """A million rows, where all peers take part and every cell is compared."""
    source, target = bench.roster(rows, "csv"), bench.scratch / "out.csv"
    contenders = [(f"batch, 1 thread, {rows}", bench.batch(source, target, 1), target, False),
                  (f"batch, 2 threads, {rows}", bench.batch(source, target, 2), target, False)]
    if bench.options.duckdb:
        contenders.append((f"DuckDB, 2 threads, {rows}", duckdb(bench.options, source, target, 2), target, False))
    if shutil.which("mawk"):
        contenders.append((f"mawk, {rows}", ["mawk", "-F,", MAWK, str(source)], target, True))
    contenders.append((f"Python csv, {rows}", ["python3", str(HERE / "peer.py"), str(source), str(target)], target, False))
    bench.compete(runs, contenders, check=True)
    if shutil.which("mlr"):
        # One run in three: it takes long. It drops the digits of no number, so its cells agree too.
        miller = [(f"Miller, {rows}", ["mlr", "--csv", "-S", "put", MILLER, str(source)], target, True)]
        bench.compete(max(1, runs // 3), miller, check=True)
    source.unlink()

    source, target = bench.roster(rows, "jsonl"), bench.scratch / "out.jsonl"
    contenders = [(f"batch, JSON Lines, {rows}", bench.batch(source, target, 2), target, False),
                  (f"batch, JSON Lines, 1 thread, {rows}", bench.batch(source, target, 1), target, False)]
    if bench.options.duckdb:
        contenders.append((f"DuckDB, JSON Lines, {rows}", duckdb(bench.options, source, target, 2), target, False))
    bench.compete(runs, contenders, check=False)
    source.unlink()


def large(bench, rows, runs):
    source, target = bench.roster(rows, "csv"), bench.scratch / "out.csv"
    quotes = bench.scratch / "quotes.csv"
    subprocess.run(bench.batch(source, quotes, 2), stderr=subprocess.DEVNULL)
    contenders = [(f"cat, {rows}", ["cat", str(source)], target, True),
                  (f"cat of the quotes, {rows}", ["cat", str(quotes)], target, True),
                  (f"batch, 2 threads, {rows}", bench.batch(source, target, 2), target, False),
                  (f"batch, 1 thread, {rows}", bench.batch(source, target, 1), target, False)]
    if bench.options.duckdb:
        contenders.append((f"DuckDB, 2 threads, {rows}", duckdb(bench.options, source, target, 2), target, False))
        contenders.append((f"DuckDB, 2 threads, any order, {rows}", duckdb(bench.options, source, target, 2, False), target, False))
    print(f"{rows} rows: {source.stat().st_size} bytes in, {quotes.stat().st_size} bytes out")
    bench.compete(runs, contenders, check=False)
    source.unlink()
    quotes.unlink()


def main():
    parser = argparse.ArgumentParser(description="Batch against its peers.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--make-roster", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--duckdb")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--small-rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    os.makedirs(options.scratch, exist_ok=True)
    bench = Bench(options)
    tiny, few, many = options.small_rows // 10, options.small_rows, options.rows
    try:
        source, target = bench.roster(tiny, "csv"), bench.scratch / "out.csv"
        bench.compete(options.runs, [(f"batch, 2 threads, {tiny}", bench.batch(source, target, 2), target, False)], check=False)
        small(bench, few, options.runs)
        large(bench, many, options.runs)
    finally:
        shutil.rmtree(options.scratch)

    for name in bench.times:
        print(f"{name:45} median {bench.median(name):8.3f} s  best {min(bench.times[name]):8.3f} s  peak {bench.memory.get(name, 0):8.1f} MiB")
    print(f"load average {os.getloadavg()}; results agree: {', '.join(bench.agreed)}")
    fastest = min((name for name in bench.times if name.startswith("DuckDB, 2 threads") and name.endswith(str(many))), key=bench.median, default="")
    ratio(bench, "2 threads / DuckDB's fastest form", f"batch, 2 threads, {many}", fastest, 0.07)
    ratio(bench, "2 threads / cat", f"batch, 2 threads, {many}", f"cat, {many}", 2.2)
    ratio(bench, "2 threads / cat of the quotes", f"batch, 2 threads, {many}", f"cat of the quotes, {many}", "-")
    ratio(bench, "1 thread / DuckDB's fastest form", f"batch, 1 thread, {many}", fastest, 0.13)
    ratio(bench, "1 thread / Miller", f"batch, 1 thread, {few}", f"Miller, {few}", 0.0125)
    ratio(bench, "1 thread, ten times the rows / once", f"batch, 1 thread, {many}", f"batch, 1 thread, {few}", 10.5)
    ratio(bench, "JSON Lines, 2 threads / DuckDB", f"batch, JSON Lines, {few}", f"DuckDB, JSON Lines, {few}", 0.25)
    ratio(bench, "1 thread / mawk", f"batch, 1 thread, {few}", f"mawk, {few}", "-")
    ratio(bench, "1 thread / Python csv", f"batch, 1 thread, {few}", f"Python csv, {few}", "-")
    for rows in (tiny, few, many):
        print(f"peak memory, 2 threads, {rows:>10} rows: {bench.memory[f'batch, 2 threads, {rows}']:.1f} MiB   target 16")


main()
