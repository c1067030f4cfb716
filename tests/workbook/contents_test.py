"""What is in a workbook: types, styles, the three sheets, and the same answers as in CSV."""

import csv
import datetime
import io
import json
import os
import random
import shutil
import subprocess
import unittest
from decimal import Decimal

import nameless_files
from book import MAIN, SHEETS, Book

import harness
from harness import HEADER, BatchTest, roster

MADE_UP = """format = 1
id = "made-1"
foundation = "made"
name = "Made up"
title = "Made up"
effective = 1970-01-01
verified = 1970-01-01
default = true
currency = "CHF"
period = "year"
[[source]]
id = "page"
title = "Page"
url = "https://made.example"
"""
FLAT_TIER = """[[tier]]
id = "t{number}"
name = "T{number}"
requires = [{requires}]
open_to = {{ company = "yes", nonprofit = "yes", academic = "yes", government = "yes", individual = "yes" }}
join = {{ route = "enrolment", url = "https://made.example", steps = ["Write."] }}
fee = {{ amount = "{amount}", source = "page", published = "CHF {amount}" }}
"""
ODD = (f"id,{HEADER},note\n"
       '007,=cmd|calc,general,5000,company,no,"two\nlines"\n'
       '1e5,"Smith, Jones",premier,0120,company,yes,  blanks \n'
       "-1,+49 30,general,700,nonprofit,0,_x0041_\n"
       "4,Tiny,general,~40,company,no,\n"
       "5,University,premier,40,individual,no,2024-10-08\n")


def serial(day):
    """A day as a workbook counts it."""
    return float((datetime.date.fromisoformat(day) - datetime.date(1899, 12, 30)).days)


class WorkbookTest(BatchTest):
    def book(self, content, *arguments, name="in.csv", code=None):
        """The workbook of a roster."""
        self.put(name, content)
        done = self.batch(name, "-o", "out.xlsx", *arguments)
        self.assertIn(done.code, (0, 1) if code is None else (code,), done.err)
        self.done = done
        return Book(self.folder / "out.xlsx")

    def csv_rows(self, *arguments, name="in.csv"):
        return self.batch(name, "--format", "csv", *arguments).rows()


class Sheets(WorkbookTest):
    def test_there_are_three_and_quotes_comes_first(self):
        book = self.book(ODD)
        self.assertEqual(book.names, SHEETS)
        self.assertIsNotNone(book.sheet("Quotes").find(f".//{MAIN}sheetView[@tabSelected='1']"))

    def test_text_stays_text_and_figures_and_amounts_are_numbers(self):
        first, second, third = self.book(ODD).dicts("Quotes")
        self.assertEqual(first, {"id": "007", "org": "=cmd|calc", "tier": "general", "employees": 5000.0, "org_type": "company", "lf_member": "no",
                                 "note": "two\nlines", "membership_fee": 50000.0, "prerequisite_fee": 20000.0, "total_fee": 70000.0,
                                 "currency": "USD", "band": "5,000 or more", "schedule": "ptf-2025-04"})
        self.assertEqual((second["id"], second["employees"], second["note"], second["prerequisite_fee"]), ("1e5", "0120", "  blanks ", 0.0))
        self.assertEqual((third["id"], third["org"], third["lf_member"], third["note"]), ("-1", "+49 30", "0", "_x0041_"))

    def test_a_figure_is_a_number_up_to_15_digits_and_as_people_type_it(self):
        figures = {"0": 0.0, "7": 7.0, "1000000000000000": 1e15, "1000000000000001": "1000000000000001", "00": "00", "010": "010"}
        book = self.book("tier,revenue\n" + "".join(f"sponsor,{figure}\n" for figure in figures), "--schedule", "eef-2021-03", code=0)
        self.assertEqual([row["revenue"] for row in book.dicts("Quotes")], list(figures.values()))

    def test_amounts_have_the_format_of_their_currency(self):
        self.assertEqual(self.book(ODD).number_formats("Quotes", 2), {3: "#,##0", 7: '"$"#,##0.00', 8: '"$"#,##0.00', 9: '"$"#,##0.00'})

    def test_the_header_stays_in_sight_and_filters_and_columns_fit(self):
        book = self.book(ODD)
        for name, last in [("Quotes", "M4"), ("Not quoted", "J3")]:
            sheet = book.sheet(name)
            pane = sheet.find(f".//{MAIN}pane")
            self.assertEqual((pane.get("ySplit"), pane.get("state")), ("1", "frozen"))
            self.assertEqual(sheet.find(MAIN + "autoFilter").get("ref"), f"A1:{last}")
            widths = [float(column.get("width")) for column in sheet.iter(MAIN + "col")]
            self.assertEqual(len(widths), len(book.rows(name)[0]))
            self.assertTrue(all(8 <= width <= 61 for width in widths), widths)

    def test_a_header_alone_makes_empty_sheets(self):
        book = self.book(HEADER + "\n", code=0)
        self.assertEqual((len(book.rows("Quotes")), len(book.rows("Not quoted"))), (1, 1))

    def test_rows_not_quoted_stand_as_rejects_do_and_can_be_fed_in_again(self):
        book = self.book(ODD, "--rejects", "rejects.csv", code=1)
        rows = [[cell if isinstance(cell, str) else "" if cell is None else str(int(cell)) for cell in row] for row in book.rows("Not quoted")]
        with open(self.folder / "rejects.csv", newline="", encoding="utf-8") as rejects:
            self.assertEqual(rows, list(csv.reader(rejects)))
        self.assertEqual([row[7] for row in rows[1:]], ["6", "7"])
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        self.assertEqual(self.book(text.getvalue().replace("~40", "40")).dicts("Quotes")[0]["id"], "4")

    def test_the_prefix_stands_before_the_added_columns(self):
        header = self.book("tier,employees,total_fee\ngeneral,5,x\n", "--prefix", "ptf_").rows("Quotes")[0]
        self.assertEqual(header[2:6], ["total_fee", "ptf_membership_fee", "ptf_prerequisite_fee", "ptf_total_fee"])

    def test_every_row_is_on_one_sheet_with_the_answers_of_csv(self):
        lines = ["n," + HEADER]
        lines += [f"{i},org,{['general', 'premier', 'associate'][i % 3]},{i * 37 % 7001},{['company', 'nonprofit'][i // 3 % 2]},{i % 2}"
                  for i in range(1200)]
        book = self.book("\n".join(lines) + "\n", code=1)
        expected = self.csv_rows()
        quoted = {row["n"]: row for row in book.dicts("Quotes")}
        others = {row["n"]: row for row in book.dicts("Not quoted")}
        self.assertEqual(sorted([*quoted, *others], key=int), [row["n"] for row in expected])
        for row in expected:
            if row["status"] != "quoted":
                self.assertEqual((others[row["n"]]["reject_status"], others[row["n"]]["reject_error"]), (row["status"], row["error"]))
                continue
            for fee in ("membership_fee", "prerequisite_fee", "total_fee"):
                self.assertEqual(Decimal(quoted[row["n"]][fee]), Decimal(row[fee]))
            self.assertEqual((quoted[row["n"]].get("band", ""), quoted[row["n"]]["schedule"]), (row["band"], row["schedule"]))

    def test_every_cent_comes_back_up_to_15_digits_and_what_is_larger_is_text(self):
        rng = random.Random(15)
        amounts = ["0.01", "0.07", "1234.50", "9999999999999.99", "9999999999999.95", "10000000000000.00"]
        amounts += [f"{rng.randrange(10 ** rng.randrange(1, 14))}.{rng.randrange(100):02}" for _ in range(94)]
        tiers = "".join(FLAT_TIER.format(number=i, amount=amount, requires='"made/t5"' if i == 4 else "") for i, amount in enumerate(amounts))
        self.put("made.toml", MADE_UP + tiers)
        book = self.book("tier\n" + "".join(f"t{i}\n" for i in range(len(amounts))), "--schedule", "./made.toml", code=0)
        rows = book.dicts("Quotes")
        for row, amount in zip(rows, amounts, strict=True):
            self.assertEqual(f"{row['membership_fee']:.2f}", amount)
            self.assertEqual(Decimal(f"{row['membership_fee']:.15g}"), Decimal(amount))
        self.assertEqual(rows[4]["total_fee"], "19999999999999.95")
        self.assertEqual(book.number_formats("Quotes", 2)[1], '"CHF "#,##0.00')
        total = sum(Decimal(amount) for amount in amounts) + Decimal(amounts[5])
        self.assertIn(f"{total:.2f}", [row[5] for row in book.rows("Summary") if row[:1] == ["All tiers"]])


class Summaries(WorkbookTest):
    def test_the_sheet_agrees_with_the_summary_file(self):
        book = self.book(ODD + roster(300).split("\n", 1)[1].replace("\norg", "\nx,org").replace("org 0", "x,org 0", 1), "--summary", "s.json")
        summary = json.loads((self.folder / "s.json").read_text())
        rows = {row[0]: row[1:] for row in book.rows("Summary") if row}
        for status, count in summary["by_status"].items():
            self.assertEqual(rows[status], [count])
        names = list(rows)
        self.assertEqual(names[names.index("Status") + 1:names.index("All rows")], list(summary["by_status"]))
        self.assertEqual(rows["All rows"], [summary["rows"]])
        for tier, sums in summary["by_tier"].items():
            fees = (float(sums[fee]) for fee in ("membership_fee", "prerequisite_fee", "total_fee") if sums[fee])  # no cell for null
            self.assertEqual(rows[tier.capitalize()], [sums["rows"], sums["quoted"], *fees])
        self.assertEqual(rows["All tiers"][4], float(summary["total_fee"]))

    def test_it_names_the_edition_its_date_and_its_sources(self):
        rows = self.book(ODD).rows("Summary")
        facts = {row[0]: row[1:] for row in rows[:6]}
        self.assertEqual((facts["Edition"], facts["Foundation"]), (["ptf-2025-04"], ["PyTorch Foundation"]))
        self.assertEqual(facts["Verified"], [serial("2025-04-29")])
        self.assertEqual(facts["In force from"], [serial("2025-04-29"), "the day on which these terms were first seen"])
        self.assertEqual(facts["Replaced"], [serial("2026-01-08"), "at the latest, by ptf-2026-01"])
        sources = [row for row in rows if row and row[-1] and str(row[-1]).startswith("https://")]
        self.assertEqual([(row[1], row[2]) for row in sources], [("ptf-2025-04", serial("2025-04-29")), ("lf-2014-01", None)])

    def test_dates_are_dates_and_addresses_are_links(self):
        book = self.book(ODD)
        rows = book.rows("Summary")
        dates = {(i, j) for i, row in enumerate(rows, 1) for j, cell in enumerate(row) if cell in map(serial, ("2025-04-29", "2026-01-08"))}
        self.assertEqual(len(dates), 4)
        for row, column in dates:
            self.assertEqual(book.number_formats("Summary", row)[column], "yyyy-mm-dd")
        links = {link.get("ref") for link in book.sheet("Summary").iter(MAIN + "hyperlink")}
        self.assertEqual(links, {f"{'ABCDEFG'[j]}{i}" for i, row in enumerate(rows, 1) for j, cell in enumerate(row) if str(cell).startswith("https://")})
        targets = book.parts["xl/worksheets/_rels/sheet3.xml.rels"].decode()
        for address in {cell for row in rows for cell in row if str(cell).startswith("https://")}:
            self.assertIn(f'Target="{address}" TargetMode="External"', targets)

    def test_a_day_that_spreadsheets_count_differently_is_text(self):
        self.put("made.toml", (MADE_UP + FLAT_TIER.format(number=1, amount="5.00", requires="")).replace("1970-01-01", "1900-02-28"))
        rows = self.book("tier\nt1\n", "--schedule", "./made.toml", code=0).rows("Summary")
        self.assertEqual([row[1] for row in rows if row[:1] == ["Verified"]], ["1900-02-28"])

    def test_headings_of_numbers_are_above_them(self):
        book = self.book(ODD)
        self.assertEqual(book.right_aligned("Quotes", 1), ["employees", "membership_fee", "prerequisite_fee", "total_fee"])
        self.assertEqual(book.right_aligned("Not quoted", 1), ["employees", "reject_line"])
        rows = book.rows("Summary")
        for i, row in enumerate(rows, 1):
            if row[:1] in (["Status"], ["Tier"]):
                self.assertEqual(book.right_aligned("Summary", i), row[1:])
            elif row[:1] == ["Source"]:
                self.assertEqual(book.right_aligned("Summary", i), [])

    def test_it_says_from_when_on_the_next_edition_holds(self):
        for exact, words in (("true", "by made-2"), ("false", "at the latest, by made-2")):
            first = (MADE_UP + FLAT_TIER.format(number=1, amount="5.00", requires=""))
            (self.folder / "terms").mkdir(exist_ok=True)
            self.put("terms/made-1.toml", first)
            self.put("terms/made-2.toml", first.replace("made-1", "made-2").replace("default = true\n", f"effective_exact = {exact}\n")
                     .replace("effective = 1970-01-01", "effective = 1999-12-31").replace("verified = 1970-01-01", "verified = 1999-12-31"))
            rows = self.book("tier\nt1\n", "--catalogue", "terms", "--schedule", "made-1", code=0).rows("Summary")
            self.assertEqual([row[1:] for row in rows if row[:1] == ["Replaced"]], [[serial("1999-12-31"), words]])

    def test_a_chart_shows_the_total_of_each_tier(self):
        book = self.book(ODD)
        rows = book.rows("Summary")
        first = next(i for i, row in enumerate(rows) if row and row[0] == "Premier") + 1
        chart = book.parts["xl/charts/chart1.xml"].decode()
        self.assertIn(f"<c:f>Summary!$A${first}:$A${first + 2}</c:f>", chart)
        self.assertIn(f"<c:f>Summary!$F${first}:$F${first + 2}</c:f>", chart)
        self.assertIn("Total fees by tier", chart)
        self.assertIn(b"drawing", book.parts["xl/worksheets/_rels/sheet3.xml.rels"])


class WhatAWorkbookCannotHold(WorkbookTest):
    def test_such_rows_are_not_quoted_and_say_why(self):
        long = "x" * 32_767
        cells = [b"ok", long.encode(), long.encode() + b"x", b"\xff", b"a\0b", "\uffff".encode(), ("\U0001F600" * 16_384).encode(), b"_x" * 9,
                 b"a\x01\x1f\r\t\"\"", "\u00e9".encode() * 32_767, b"_x0041_" + b"y" * 32_760]
        lines = [b"general,5," + cell if b'"' not in cell else b'general,5,"' + cell + b'"' for cell in cells]
        book = self.book(b"tier,employees,note\n" + b"\n".join(lines) + b"\n", "--summary", "s.json", "--rejects", "r.csv", code=1)
        found = {int(row["reject_line"]) - 2: row["reject_error"] for row in book.dicts("Not quoted")}
        self.assertEqual(sorted(found), [2, 3, 4, 5, 6, 10])
        for i in (2, 6, 10):
            self.assertIn("characters long where a workbook holds 32,767", found[i])
        self.assertIn("is not UTF-8, which a workbook must be", found[3])
        for i in (4, 5):
            self.assertIn("a character that no workbook can hold", found[i])
        kept = [row["note"] for row in book.dicts("Quotes")]
        self.assertEqual(kept, ["ok", long, "_x" * 9, 'a\x01\x1f\r\t"', "\u00e9" * 32_767])
        self.assertEqual(json.loads((self.folder / "s.json").read_text())["by_status"]["invalid"], 6)
        self.assertEqual(len((self.folder / "r.csv").read_bytes().split(b"\n")), 8)

    def test_json_lines_may_hold_more_than_a_workbook(self):
        lines = [{"tier": "general", "employees": 5, "note": note} for note in ("ok", "a\0b", "y" * 40_000, "\ufffe", None, {"a": [1]})]
        book = self.book("".join(json.dumps(line) + "\n" for line in lines) + "{bad\n", name="in.jsonl", code=1)
        self.assertEqual([row.get("note") for row in book.dicts("Quotes")], ["ok", None, '{"a": [1]}'])
        self.assertEqual([int(row["reject_line"]) for row in book.dicts("Not quoted")], [2, 3, 4, 7])
        self.assertEqual([row["employees"] for row in book.dicts("Quotes")], [5.0] * 3)

    def test_ragged_malformed_and_blank_rows_are_kept(self):
        book = self.book('a,tier,employees\n1,general\n2,general,5,9\n"3"x,general,5\n\n4,general,5\n', code=1)
        rows = book.dicts("Not quoted")
        self.assertEqual([(row.get("a"), int(row["reject_line"])) for row in rows], [("1", 2), ("2", 3), ('"3"x', 4), (None, 5)])
        self.assertEqual([row["a"] for row in book.dicts("Quotes")], ["4"])

    def test_a_wide_table_is_written_up_to_the_last_column(self):
        for columns in (5_000, 16_376):
            names = [f"column {i}" for i in range(columns)]
            book = self.book(",".join(["tier", "employees", *names]) + "\ngeneral,5" + ",x" * columns + "\n")
            self.assertEqual(len(book.rows("Quotes")[1]), columns + 8)

    def test_a_column_of_rejects_in_the_input_is_refused_rather_than_doubled(self):
        self.put("in.csv", "tier,employees,reject_line\ngeneral,x,1\n")
        self.refused(self.batch("in.csv", "-o", "out.xlsx"), 2, "'reject_line'")

    def test_a_header_that_it_cannot_hold_is_refused(self):
        for header, word in [(b"tier,employees,\xff", "UTF-8"), (b"tier,employees," + b"x" * 40_000, "32,767"),
                             (b"tier,employees," + b",".join(b"c%d" % i for i in range(16_384)), "16,384")]:
            self.refused(self.batch("-", "-o", "out.xlsx", stdin=header + b"\ngeneral,5\n"), 2, word)
        self.assertEqual(self.files(), [])


class Terms(WorkbookTest):
    def test_two_runs_give_the_same_bytes_wherever_and_whenever(self):
        self.put("in.csv", ODD + "".join(f"{i},org,general,{i + 1},company,no,note\n" for i in range(30_000)))
        books = []
        for zone, jobs in [("UTC", 1), ("Pacific/Auckland", 3), ("America/Los_Angeles", 2)]:
            done = self.batch("in.csv", "-o", f"{jobs}.xlsx", "--jobs", jobs, env={"TZ": zone, "LC_ALL": "de_DE.UTF-8"})
            self.assertEqual(done.code, 1, done.err)
            books.append((self.folder / f"{jobs}.xlsx").read_bytes())
        self.assertEqual((books[0], books[0]), (books[1], books[2]))

    def test_its_date_is_the_editions(self):
        book = self.book(ODD)
        self.assertEqual(book.parts["docProps/core.xml"].count(b">2025-04-29T00:00:00Z<"), 2)
        self.assertLessEqual({date[0] for date in book.dates}, {1980})
        old = self.book("tier,employees\npremier,5\n", "--schedule", "ptf-2023-06")
        self.assertEqual(old.parts["docProps/core.xml"].count(b">2023-06"), 2)
        self.put("made.toml", MADE_UP + FLAT_TIER.format(number=1, amount="5.00", requires=""))
        oldest = self.book("tier\nt1\n", "--schedule", "./made.toml")
        self.assertEqual(oldest.parts["docProps/core.xml"].count(b">1970-01-01T00:00:0"), 2)

    def test_a_pipe_gets_the_same_bytes_as_a_file(self):
        self.book(ODD)
        done = self.shell('"$P" batch in.csv --format xlsx | cat')
        self.assertEqual(done.out, (self.folder / "out.xlsx").read_bytes())
        self.assertEqual(self.files(), ["in.csv", "out.xlsx"])

    def test_fail_fast_stops_and_puts_what_came_before_in_place(self):
        book = self.book(ODD, "--fail-fast", code=1)
        self.assertEqual((len(book.dicts("Quotes")), len(book.dicts("Not quoted"))), (3, 0))

    def test_fail_fast_stops_at_a_bad_line_too(self):
        line = '{"tier":"general","employees":5}\n'
        book = self.book(line + "{\n" + line, "--fail-fast", name="in.jsonl", code=1)
        self.assertEqual((len(book.dicts("Quotes")), len(book.dicts("Not quoted"))), (1, 0))

    def test_a_sheet_that_grows_beyond_the_format_is_5_with_the_remedy_and_the_old_file_stands(self):
        remedy = "write csv (-o FILE.csv), or split the input"
        shutil.copy(harness.PROGRAM, self.folder / "ptf-fees")
        self.put("in.csv", roster(40))
        self.put("out.xlsx", "old")
        for module, why in (("ODD_CLOSE", f"a sheet would be larger than 4 GB, which a workbook cannot be: {remedy}"),
                            ("ODD_ROWS", f"a sheet of a workbook has room for 39 rows below its header, and there are more: {remedy}")):
            shutil.copy(os.environ[module], self.folder / "ptf_fees_workbook.so")
            self.refused(self.shell("./ptf-fees batch in.csv -o out.xlsx"), 5, f"error: cannot write 'out.xlsx': {why}")
            self.assertEqual((self.folder / "out.xlsx").read_text(), "old")
            self.assertEqual(self.files(), ["in.csv", "out.xlsx", "ptf-fees", "ptf_fees_workbook.so"])

    @unittest.skipUnless(nameless_files.can_be_refused(), "system calls are filtered on Linux only")
    def test_a_file_system_without_nameless_files_gets_the_same_workbook(self):
        parts = self.book(ODD).parts
        done = self.batch("in.csv", "-o", "again.xlsx", preexec_fn=nameless_files.refuse)
        self.assertEqual((done.code, Book(self.folder / "again.xlsx").parts), (1, parts), done.err)
        self.assertEqual(self.files(), ["again.xlsx", "in.csv", "out.xlsx"])

    def test_it_is_an_output_only_and_needs_no_escaping(self):
        self.refused(self.batch("--input-format", "xlsx", stdin=ODD), 2, "csv, tsv or jsonl")
        self.refused(self.batch("-o", "out.xlsx", "--excel-safe", stdin=ODD), 2, "leave it out")
        self.assertEqual(self.files(), [])

    def test_the_old_workbook_keeps_its_mode_and_a_new_one_follows_the_umask(self):
        self.put("out.xlsx", "old").chmod(0o640)
        self.book(ODD)
        self.assertEqual((self.folder / "out.xlsx").stat().st_mode & 0o777, 0o640)

    def test_what_is_quoted_alike_in_tsv_and_json_lines_is_the_same_workbook(self):
        plain = "tier,employees,note\ngeneral,5,a b\npremier,x,\n"
        first = self.book(plain).parts
        self.assertEqual(self.book(plain.replace(",", "\t"), name="in.tsv").parts, first)
        records = [{"tier": "general", "employees": 5, "note": "a b"}, {"tier": "premier", "employees": "x", "note": ""}]
        third = self.book("".join(json.dumps(record) + "\n" for record in records), name="in.jsonl")
        self.assertEqual([third.rows(name)[1][:3] for name in SHEETS[:2]], [["general", 5.0, "a b"], ["premier", "x", None]])


if __name__ == "__main__":
    harness.main()
