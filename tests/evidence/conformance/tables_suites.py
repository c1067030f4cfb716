"""Tables: csv-spectrum, the examples of RFC 4180, DuckDB's crashers and formulas for spreadsheets."""

import csv
import io
import json

from runner import differences_of, json_lines, must

# The examples of RFC 4180, section 2, as its text says what they mean.
RFC_4180 = {
    "r1-crlf": [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]],
    "r2-no-final-crlf": [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]],
    "r3-header": [["field_name", "field_name", "field_name"], ["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]],
    "r4-equal-fields": [["aaa", "bbb", "ccc"]],
    "r5-quotes": [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]],
    "r6-crlf-in-quotes": [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]],
    "r7-escaped-quote": [["aaa", 'b"bb', "ccc"]],
}


def spectrum_case(program, table, expectation):
    expected = json.loads(expectation.read_text(encoding="utf-8"))
    _, rows = program.records(str(table))
    must(rows == (expected if isinstance(expected, list) else [expected]), f"read as {rows}")


def csv_spectrum(program, folder):
    for table in sorted((folder / "csvs").glob("*.csv")):
        yield table.stem, differences_of(spectrum_case, program, table, folder / "json" / f"{table.stem}.json")


def rfc_4180_case(program, table):
    # Most have no header, and one has a name thrice: a header of our own goes before them.
    data = b"one,two,three\r\n" + table.read_bytes()
    _, rows = program.records(stdin=data)
    must([list(row.values()) for row in rows] == RFC_4180[table.stem], f"read as {rows}")
    through = program.batch(stdin=data).stdout
    must(through.count(b"\r\n") == data.count(b"\r\n") + (not data.endswith(b"\n")), "line ends become others")
    cells = [row[:3] for row in csv.reader(io.StringIO(through.decode(), newline=""), strict=True)][1:]
    must(cells == RFC_4180[table.stem], f"written as {cells}")


def rfc_4180(program, folder):
    for table in sorted(folder.glob("*.csv")):
        yield table.stem, differences_of(rfc_4180_case, program, table)


def crasher_case(program, path):
    """It ends in order and accounts for every row, as a table and as JSON Lines."""
    for form in ("csv", "jsonl"):
        files = ["--rejects", "rejects", "--summary", "summary"]
        done = program.batch(str(path), "--input-format", form, "--format", "jsonl", *files, codes=(0, 1, 2))
        if done.returncode == 2:
            must(done.stdout == b"" and done.stderr.count(b"error: ") == 1, "refused without a sentence")
            continue
        summary = json.loads((program.folder / "summary").read_text())
        records = json_lines(done)
        bad = [record for record in records if record["status"] != "quoted"]
        must(len(records) == summary["rows"], "rows in are not rows out")
        must(summary["by_status"]["quoted"] + len(bad) == summary["rows"], "the summary does not count what is written")
        must(all(record["error"] for record in bad), "a bad row without a sentence")
        must((done.returncode == 0) == (not bad), "the exit code does not say whether all are quoted")


def duckdb_csv_fuzz(program, folder):
    for path in sorted(path for path in folder.rglob("*/*") if path.is_file()):
        yield str(path.relative_to(folder)), differences_of(crasher_case, program, path)


def formula_case(program, payload):
    table = io.StringIO(newline="")
    csv.writer(table, lineterminator="\n").writerows([["org"], [payload]])
    [row] = csv.DictReader(io.StringIO(program.batch("--excel-safe", stdin=table.getvalue().encode()).stdout.decode()))
    must(row["org"].lstrip("'") == payload.lstrip("'"), f"the text is changed: {row['org']!r}")
    must(row["org"][0] not in "=+-@\t\r\n\0", f"a spreadsheet would run {row['org']!r}")
    [row] = csv.DictReader(io.StringIO(program.batch(stdin=table.getvalue().encode()).stdout.decode()))
    must(row["org"] == payload, f"without --excel-safe it is changed: {row['org']!r}")


def csv_injection(program, folder):
    lines = (folder / "Intruder" / "csv-payload.txt").read_text().splitlines()
    for payload in filter(str.strip, lines):
        yield payload, differences_of(formula_case, program, payload)


SUITES = {
    "csv-spectrum": ("csv-spectrum", csv_spectrum),
    "RFC 4180": ("rfc4180", rfc_4180),
    "DuckDB's CSV crashers": ("duckdb-csv-fuzz", duckdb_csv_fuzz),
    "CSV injection": ("csv-injection", csv_injection),
}
