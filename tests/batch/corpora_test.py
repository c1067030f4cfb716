"""Other people's test suites, through the program. They are not part of the repository: skipped where they are not there."""

import csv
import io
import json

import harness
from harness import ADDED, CORPORA, BatchTest


class Corpora(BatchTest):
    def corpus(self, name):
        folder = CORPORA / name
        if not folder.is_dir():
            self.skipTest(f"skipped: {folder} is not there")
        return folder

    def test_csv_spectrum_is_read_as_its_expectations_say(self):
        folder = self.corpus("csv-spectrum")
        tables = sorted((folder / "csvs").glob("*.csv"))
        self.assertEqual(len(tables), 12)
        for table in tables:
            expected = json.loads((folder / "json" / f"{table.stem}.json").read_text())
            if table.stem == "location_coordinates":
                expected = {**expected, "Contact Phone Number": "2095257564"}  # the expectation is not of this table
            done = self.batch(table, "--tier", "associate", "--org-type", "academic", "--format", "jsonl")
            self.assertEqual(done.code, 0, (table, done.err))
            rows = [json.loads(line) for line in done.out.splitlines()]
            rows = [{key: value for key, value in row.items() if key not in ADDED} for row in rows]
            self.assertEqual(rows, expected if isinstance(expected, list) else [expected], table)

    def test_the_examples_of_rfc_4180_are_read_as_another_reader_does(self):
        tables = sorted(self.corpus("rfc4180").glob("*.csv"))
        self.assertTrue(tables)
        for table in tables:
            # Some have no header: one of our own goes before them.
            data = b"one,two,three\r\n" + table.read_bytes()
            expected = [row for row in csv.reader(io.StringIO(data.decode(), newline=""))][1:]
            done = self.batch("--tier", "associate", "--org-type", "academic", "--format", "jsonl", stdin=data)
            rows = [[value for key, value in json.loads(line).items() if key not in ADDED] for line in done.out.splitlines()]
            self.assertEqual(rows, expected, table)

    def test_what_once_crashed_another_reader_ends_in_order(self):
        files = [path for path in self.corpus("duckdb-csv-fuzz").rglob("*") if path.is_file() and path.name != "LICENSE"]
        self.assertGreater(len(files), 200)
        for path in files:
            for form in ("csv", "jsonl"):
                done = self.batch(path, "--tier", "associate", "--input-format", form, "--rejects", "r", timeout=5)
                self.assertIn(done.code, (0, 1, 2), (path, done.err[-500:]))

    def test_naughty_strings_come_out_as_they_went_in(self):
        strings = json.loads((self.corpus("blns") / "blns.json").read_text())
        self.assertGreater(len(strings), 500)
        table = io.StringIO(newline="")
        writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerows([["org", "tier", "employees"], *([text, "general", "5"] for text in strings)])
        lines = "\n".join(json.dumps({"org": text, "tier": "general", "employees": 5}) for text in strings)
        for arguments, stdin in ([["csv", "csv"], table.getvalue()], [["csv", "jsonl"], table.getvalue()], [["jsonl", "jsonl"], lines],
                                 [["jsonl", "csv"], lines], [["csv", "tsv"], table.getvalue()]):
            done = self.batch("--input-format", arguments[0], "--format", arguments[1], stdin=stdin)
            self.assertEqual(done.code, 0, done.err)
            if arguments[1] == "jsonl":
                rows = [json.loads(line) for line in done.out.splitlines()]
            else:
                rows = done.rows("\t" if arguments[1] == "tsv" else ",")
            self.assertEqual([row["org"] for row in rows], strings, arguments)

    def test_known_formula_payloads_are_disarmed(self):
        payloads = (self.corpus("csv-injection") / "Intruder" / "csv-payload.txt").read_text().splitlines()
        payloads = [payload for payload in payloads if payload.strip()]
        self.assertTrue(payloads)
        table = io.StringIO(newline="")
        writer = csv.writer(table, lineterminator="\n")
        writer.writerows([["org", "tier", "employees"], *([text, "general", "5"] for text in payloads)])
        done = self.batch("--excel-safe", stdin=table.getvalue())
        rows = done.rows()
        self.assertEqual(len(rows), len(payloads))
        for row, payload in zip(rows, payloads):
            dangerous = payload.lstrip(" ")[0] in "=+-@\t\r"
            self.assertEqual(row["org"], "'" + payload if dangerous else payload)


if __name__ == "__main__":
    harness.main()
