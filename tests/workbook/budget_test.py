"""The workbook of a portfolio: a sheet of lines with their totals, a sheet of sources, amounts as numbers in their currency."""

import os
import pathlib
import pty
import re
import shutil
import subprocess
import unittest

from book import MAIN, Book

import harness
from harness import BatchTest

TWO = ("--tier", "ptf/general", "--tier", "cncf/silver")
REASON = "a workbook holds a portfolio"


class Budget(BatchTest):
    def quote(self, *arguments):
        return subprocess.run([harness.PROGRAM, "quote", *map(str, arguments)], cwd=self.folder, capture_output=True, text=True, check=False)

    def book(self, *arguments, code=0):
        done = self.quote(*arguments, "-o", "budget.xlsx")
        self.assertEqual((done.returncode, done.stdout, self.files()), (code, "", ["budget.xlsx"]), done.stderr)
        return Book(self.folder / "budget.xlsx")

    def test_lines_are_numbers_with_the_total_below(self):
        book = self.book(*TWO, "--employees", 700)
        self.assertEqual(book.names, ["Lines", "Sources"])
        rows = book.rows("Lines")
        self.assertEqual(rows[0], ["Membership", "Payee", "Amount", "Currency", "Band", "Required by", "Edition", "Status", "Reason"])
        self.assertEqual([row[:4] for row in rows[1:6]], [
            ["PyTorch Foundation General", "PyTorch Foundation", 30000.0, "USD"],
            ["Cloud Native Computing Foundation Silver", "Cloud Native Computing Foundation", 20000.0, "USD"],
            ["Linux Foundation Silver", "The Linux Foundation", 15000.0, "USD"],
            [],
            ["Total per year", None, 65000.0, "USD"]])
        self.assertEqual(rows[3][5], "PyTorch Foundation General and Cloud Native Computing Foundation Silver")
        for row in (2, 3, 4, 6):
            self.assertEqual(book.number_formats("Lines", row), {2: '"$"#,##0.00'})
        self.assertEqual(book.right_aligned("Lines", 1), ["Amount"])

    def test_the_question_the_terms_and_the_notes_go_with_it(self):
        done = self.quote(*TWO, "--employees", 700)
        rows = self.book(*TWO, "--employees", 700).rows("Lines")
        said = {name: [row[1] for row in rows if row and row[0] == name] for name in ("Question", "Terms", "Note")}
        self.assertEqual(said["Question"], ["2 memberships, 700 employees"])
        self.assertEqual(said["Terms"], done.stdout.splitlines()[:2])
        notes = re.sub(r"\s+", " ", done.stdout.split("Notes\n")[1]).strip()
        self.assertEqual(notes, " ".join("- " + note for note in said["Note"]))

    def test_each_line_has_its_source(self):
        rows = self.book(*TWO, "--employees", 700).dicts("Sources")
        self.assertEqual([row["As published"] for row in rows], ["500 - 999 employees: $30,000", "500 – 999 employees: $20,000", "500-4,999 employees: $15,000"])
        self.assertEqual([row["Page"] for row in rows], ["https://pytorch.org/join", "https://www.cncf.io/about/join/", "https://github.com/pytorch-fdn/foundation"])
        book = Book(self.folder / "budget.xlsx")
        self.assertEqual(len(list(book.sheet("Sources").iter(MAIN + "hyperlink"))), 6)
        self.assertEqual(book.number_formats("Sources", 2), {4: "yyyy-mm-dd"})

    def test_it_has_the_amounts_of_the_table_whatever_the_currencies(self):
        for arguments in ((*TWO, "--tier", "gsf/general", "--employees", "40"), (*TWO, "--employees", "501-1000"), TWO,
                          ("--tier", "cncf/silver", "--tier", "ptf/associate", "--employees", "40")):
            table = self.quote(*arguments, "--format", "csv")
            rows = self.book(*arguments, code=table.returncode).rows("Lines")
            for line, row in zip(table.stdout.splitlines()[1:], rows[1:]):
                self.assertIn("" if row[2] is None else f"{row[2]:.2f}", line.split(","))
        rows = self.book(*TWO, "--employees", "501-1000", code=self.quote(*TWO, "--employees", "501-1000").returncode).rows("Lines")
        self.assertEqual([row[:3:2] for row in rows if row and "total" in row[0].lower()], [["Lowest total per year", 65000.0], ["Highest total per year", 80000.0]])

    def test_each_currency_has_its_format_and_its_total(self):
        book = self.book("--catalogue", harness.SOURCE / "tests" / "made_up", "--tier", "orchard/plot", "--tier", "harbour/buoy",
                         "--employees", 120, "--revenue", 2000000)
        rows = book.rows("Lines")
        self.assertEqual({(row[3], book.number_formats("Lines", number)[2]) for number, row in enumerate(rows, 1) if len(row) > 3 and isinstance(row[2], float)},
                         {("GBP", '"£"#,##0.00'), ("EUR", '"€"#,##0.00')})
        self.assertEqual([row[3] for row in rows if row and row[0] == "Total per year"], ["GBP", "EUR"])

    def test_two_runs_give_the_same_bytes(self):
        self.book(*TWO, "--employees", 700)
        first = (self.folder / "budget.xlsx").read_bytes()
        self.book(*TWO, "--employees", 700)
        self.assertEqual((self.folder / "budget.xlsx").read_bytes(), first)
        piped = subprocess.run([harness.PROGRAM, "quote", *TWO, "--employees", "700", "--format", "XLSX"], capture_output=True, check=True)
        self.assertEqual(piped.stdout, first)

    def test_other_answers_are_refused_with_what_to_do(self):
        for arguments in (("quote", "--tier", "general"), ("quote",), ("benefits",), ("eligibility",), ("schedule", "list"), ("schedule", "show"), ("members",)):
            for how in (("--format", "xlsx"), ("-o", "x.xlsx")):
                done = subprocess.run([harness.PROGRAM, *arguments, *how], cwd=self.folder, capture_output=True, text=True, check=False)
                self.assertEqual((done.returncode, done.stdout, self.files()), (2, "", []), arguments)
                self.assertIn(REASON, done.stderr)
                self.assertIn("write csv", done.stderr)

    def test_a_terminal_gets_none(self):
        reader, terminal = pty.openpty()
        done = subprocess.run([harness.PROGRAM, "quote", *TWO, "--format", "xlsx"], stdout=terminal, stderr=subprocess.PIPE, text=True, check=False)
        os.close(terminal)
        os.close(reader)
        self.assertEqual(done.returncode, 2)
        self.assertIn("xlsx is not text for a terminal: name a file with -o", done.stderr)

    def test_without_the_module_the_old_file_stays(self):
        shutil.copy(harness.PROGRAM, self.folder / "ptf-fees")
        self.put("budget.xlsx", "old")
        done = subprocess.run(["./ptf-fees", "quote", *TWO, "-o", "budget.xlsx"], cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("install", done.stderr)
        self.assertEqual(pathlib.Path(self.folder / "budget.xlsx").read_text(encoding="utf-8"), "old")

    def test_a_temporary_folder_that_takes_nothing_is_named(self):
        done = subprocess.run([harness.PROGRAM, "quote", *TWO, "--employees", "700", "-o", "b.xlsx"], cwd=self.folder, capture_output=True, text=True, check=False,
                              env={**os.environ, "TMPDIR": "/proc"})
        self.assertEqual((done.returncode, self.files()), (5, []))
        self.assertIn("cannot write '/proc'", done.stderr)


if __name__ == "__main__":
    harness.main()
