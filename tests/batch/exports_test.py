"""What spreadsheets and exports do to a roster: separators, lines above the header, figures with decimals."""

import json
import random
import shlex

import harness
from harness import BatchTest

ROW = "Acme{0}general{0}5{0}\n"
HEADER = "org{0}tier{0}employees{0}note\n"


class Separators(BatchTest):
    def test_a_first_line_names_the_separator_and_stays_the_first_line(self):
        for separator in ";,|\t ~:":
            for end in ("\n", "\r\n"):
                for mark in ("", "\ufeff"):
                    for key in ("sep=", "SEP="):
                        line = key + separator + "\n"
                        text = (mark + line + HEADER.format(separator) + ROW.format(separator) + "B\n").replace("\n", end)
                        done = self.batch("--rejects", "r.csv", stdin=text)
                        beginning = (mark + line).replace("\n", end).encode()
                        self.assertTrue(done.out.startswith(beginning + b"org"), done.err)
                        done.out = done.out[len(beginning):]
                        [row, short] = done.rows(separator)
                        self.assertEqual((row["org"], row["total_fee"], short["status"]), ("Acme", "30000.00", "invalid"))
                        self.assertIn("standard input:4: record 2: invalid", done.err) # it is a line of the file
                        self.assertTrue((self.folder / "r.csv").read_bytes().startswith(beginning + b"org"))
                        self.assertEqual(self.batch("r.csv").code, 1) # can be fed in again

    def test_what_is_written_with_another_separator_does_not_keep_the_line(self):
        self.put("in.csv", "sep=;\n" + HEADER.format(";") + ROW.format(";"))
        self.put("in.tsv", "sep=|\n" + HEADER.format("|") + ROW.format("|"))
        self.assertTrue(self.batch("in.csv", "--format", "tsv").out.startswith(b"org\ttier"))
        self.assertTrue(self.batch("in.csv", "--format", "jsonl").out.startswith(b'{"org":"Acme"'))
        self.assertTrue(self.batch("in.tsv").out.startswith(b"sep=|\norg|tier"))
        self.assertTrue(self.batch("in.tsv", "--format", "csv").out.startswith(b"org,tier"))

    def test_an_option_names_it_too(self):
        for separator in ("|", ";", ",", "\t", ":", "~", "^", " ", ".", "x", "-", "="):
            text = 'org{0}tier{0}employees\nAcme{0}general{0}500\n"B{0}"{0}general{0}5000\n'.format(separator)
            self.put("in.tsv", text)
            for done in (self.batch(f"--separator={separator}", stdin=text), self.batch("in.tsv", "--separator", separator)):
                self.assertEqual([(row["org"], row["total_fee"]) for row in done.rows(separator)],
                                 [("Acme", "45000.00"), ("B" + separator, "70000.00")], done.err)

    def test_what_cannot_separate_is_refused(self):
        for bad in ('"', "7", "ab", "\\t", "\u00a7", "\n", "\r", ";;"):
            self.refused(self.batch("--separator", bad, stdin="tier\n"), 2, "--separator '", "cannot separate cells: write one byte")
            if bad not in "\n\r":
                self.refused(self.batch(stdin=f"sep={bad}\ntier\n"), 2, "the first line, sep='", "cannot separate cells: write one byte")
        self.refused(self.batch("--separator", ",", stdin="sep=;\ntier\n"), 2, "names another separator than --separator")
        self.assertEqual(self.batch("--separator", ";", stdin="sep=;\ntier;employees\n").code, 0)
        self.refused(self.batch("--separator", ";", "--input-format", "jsonl", stdin="{}\n"), 2, "--separator and --skip are for tables")
        self.refused(self.batch(stdin="sep=;\n"), 2, "no header follows its first line")
        self.refused(self.batch(stdin="sep=;"), 2, "no header follows its first line")

    def test_one_that_would_give_the_columns_is_proposed(self):
        for separator, option in ((";", None), ("\t", "--input-format tsv"), ("|", "--separator '|'")):
            for names in ("org{0}tier{0}employees", "Company{0}Membership Level{0}Headcount"):
                header = names.format(separator)
                done = self.batch(stdin=header + "\n")
                if option:
                    self.refused(done, 2, "between its names", f"give {option}\n")
                    self.assertIn("tier", self.batch(*shlex.split(option), stdin=header + "\n").err)
        self.refused(self.batch("--separator", "|", stdin="org,tier,employees\n"), 2, "the header has commas between its names", "give --separator ,")


class LinesAbove(BatchTest):
    TITLE = "Members 2026\n\n" # two lines
    TABLE = "org,tier,employees\nA,general,500\nTotals:,,\n"

    def test_lines_above_the_header_are_dropped_and_said(self):
        for mark in ("", "\ufeff"):
            for quiet in ([], ["-q"]):
                done = self.batch("--skip", 2, *quiet, "--rejects", "r.csv", stdin=mark + self.TITLE + self.TABLE)
                self.assertIn("skipped 2 lines above the header (--skip)\n", done.err)
                self.assertIn("standard input:5: record 2: invalid: tier is empty", done.err)
                self.assertEqual(done.out.decode().splitlines()[0], mark + "org,tier,employees," + ",".join(harness.ADDED))
                self.assertEqual((self.folder / "r.csv").read_text().splitlines()[0], mark + "org,tier,employees,reject_line,reject_status,reject_error")
        self.assertEqual(self.batch("--skip", 0, stdin=self.TABLE).code, 1)
        done = self.batch("--skip", 1, stdin='a "stray\norg;tier;employees\nA;general;5\n') # what is dropped is not read
        self.assertEqual(done.rows(";")[0]["total_fee"], "30000.00")

    def test_a_line_that_names_the_separator_is_not_counted(self):
        done = self.batch("--skip", 1, stdin="sep=|\ntitle\ntier|employees\nx|500\n")
        self.assertIn("standard input:4: record 1", done.err)
        self.assertTrue(done.out.startswith(b"sep=|\ntier|employees|status"))

    def test_the_line_that_looks_like_the_header_is_named(self):
        for lines in (1, 2, 3, 100):
            for above in ("Members of 2026\n", "Report,,\n", "Revenue: 5,000\n", "total,12,000\n"):
                for end in ("\n", "\r\n"):
                    text = (above + "Generated by x\n" * (lines - 1) + self.TABLE).replace("\n", end)
                    done = self.batch(stdin=text)
                    self.refused(done, 2, f"line {lines + 1} has 'tier' and 'employees': give --skip {lines}\n")
                    self.assertEqual(self.batch("--skip", lines, stdin=text).code, 1)
        self.refused(self.batch("--skip", 1, stdin="a\n\n\n" + self.TABLE), 2, "line 4 has 'tier' and 'employees': give --skip 3\n")
        self.refused(self.batch(stdin='"Report\nof May",x\ntier,employees\n'), 2, "line 3 has 'tier' and 'employees': give --skip 2\n")
        self.refused(self.batch(stdin="sep=;\nx\ntier;employees\n"), 2, "line 3 has 'tier' and 'employees': give --skip 1\n")
        self.refused(self.batch(stdin="Title\nCompany,Membership Level,No. of Employees\n"), 2, "line 2 has 'Membership Level' and 'No. of Employees': give --skip 1\n")
        self.refused(self.batch(stdin="Title\norg|tier|employees\n"), 2, "give --skip 1 --separator '|'\n")
        self.refused(self.batch(stdin="Title\norg\ttier\temployees\n"), 2, "give --skip 1 --input-format tsv\n")
        self.refused(self.batch(stdin="org,size\nA,500\n"), 2, "no column 'tier'") # no other line looks like one

    def test_more_lines_than_there_are_is_refused(self):
        for text, lines in ((self.TABLE, 3), (self.TABLE[:-1], 3), ("x", 1), ("\n" * 200_000, 200_000)):
            for more in (lines, lines + 1, 2**63 - 1):
                noun = "line" if lines == 1 else "lines"
                self.refused(self.batch("--skip", more, stdin=text), 2, f"--skip {more} leaves no header: it has only {lines:,} {noun}\n")
        self.refused(self.batch("--skip", 2, stdin="sep=;\na\n"), 2, "it has only 1 line after the one that begins with sep=")
        for bad in ("-1", "x", "1.5", "", str(2**63)):
            self.refused(self.batch(f"--skip={bad}", stdin="tier\n"), 2, "--skip")

    def test_very_many_lines_cost_no_memory(self):
        limited = f'(ulimit -v {harness.address_limit(262144)}; "$P" batch --skip %d)'
        done = self.shell('(yes "a line of a report" | head -n 3000000; printf "tier,employees\\ngeneral,5\\n") | ' + limited % 3_000_000)
        self.assertEqual(done.code, 0, done.err)
        done = self.shell('(head -c 9000000 /dev/zero | tr "\\0" x; printf "\\ntier,employees\\ngeneral,5\\n") | ' + limited % 1)
        self.assertEqual(done.rows()[0]["total_fee"], "30000.00", done.err)


class Figures(BatchTest):
    def test_whole_numbers_with_decimals_are_whole_numbers(self):
        for cell, total in (("120.0", "35000.00"), ("120.00", "35000.00"), ("5000.0", "70000.00"), ("1.0", "30000.00"), ("0120.0", "35000.00")):
            done = self.batch(stdin=f"tier,employees\ngeneral,{cell}\n")
            self.assertEqual((done.rows()[0]["employees"], done.rows()[0]["total_fee"]), (cell, total))
            line = self.batch("--input-format", "jsonl", stdin='{"tier":"general","employees":%s}\n' % cell.lstrip("0"))
            self.assertEqual(json.loads(line.out)["total_fee"], total)

    def test_other_decimals_are_none(self):
        for cell, why in (("1.000", "thousands separators: write 1000"), ("99.5", "without decimals"), ("99.50", "without decimals"), ("120.", "write"),
                          (".0", "write"), ("0.0", "below 1"), ("120.0.0", "it has '.' in it"), ("120,0", "without decimals"), ("-120.0", "negative"),
                          ("120.000.0", "it has '.' in it"), ("9" * 30 + ".0", "too large"), ("120.0 ", "blanks around")):
            done = self.batch(stdin=f'tier,employees\ngeneral,"{cell}"\n')
            self.assertEqual(done.rows()[0]["status"], "invalid", cell)
            self.assertIn(why, done.rows()[0]["error"])

    def test_of_revenue_too(self):
        done = self.batch("--catalogue", harness.SOURCE / "tests" / "made_up", "--schedule", "harbour",
                          stdin="tier,revenue\nmooring,1000000.0\nmooring,999999.00\nmooring,0.0\nmooring,1.5\n")
        self.assertEqual([row["membership_fee"] for row in done.rows()], ["9000.00", "3000.00", "3000.00", ""])

    def test_a_blank_that_is_not_seen_is_named(self):
        for cell, why in (("5000\u00a0", "employees '5000<U+00A0>' ends with a no-break space (U+00A0): write the digits alone"),
                          ("5000\u202f", "ends with a no-break space (U+202F)"), ("\u200b5000", "begins with the character U+200B"),
                          ("5\u00a0000", "it has a no-break space (U+00A0) in it"), ("5000 employees", "it has 'e' in it")):
            self.assertIn(why, self.status(f"A,general,{cell},company,no")[1])

    def test_short_forms_are_told_the_digits(self):
        for cell, why in (("10k", "write 10000"), ("10 K", "write 10000"), ("2M", "write 2000000"), ("5m", "write 5000000"), ("1.5k", "it has '.' in it"),
                          ("k", "it has 'k' in it"), ("1.240.294,00", "both commas and dots"), ("1,240,294.00", "both commas and dots")):
            self.assertIn(why, self.status(f'A,general,"{cell}",company,no')[1])


class Ranges(BatchTest):
    """A headcount that is only known as a range, as professional networks and company databases publish it."""

    def answers(self, cells, tier="general", *arguments):
        text = "tier,employees\n" + "".join(f'{tier},"{cell}"\n' for cell in cells)
        return [(row["status"], row["total_fee"], row["band"], row["error"]) for row in self.batch(*arguments, stdin=text).rows()]

    def test_one_with_one_price_is_quoted(self):
        for cell, total, band in (("1-99", "30000.00", "1 to 499"), ("501-999", "45000.00", "500 to 999"), ("501 - 999", "45000.00", "500 to 999"),
                                  ("501\u2013999", "45000.00", "500 to 999"), ("10001+", "70000.00", "5,000 or more"),
                                  ("5000+", "70000.00", "5,000 or more"), ("0501-0999", "45000.00", "500 to 999")):
            self.assertEqual(self.answers([cell]), [("quoted", total, band, "")])
            lines = self.batch("--input-format", "jsonl", stdin=json.dumps({"tier": "general", "employees": cell}) + "\n")
            self.assertEqual(json.loads(lines.out)["total_fee"], total)
        [answer] = self.answers(["500-4999"], "premier") # the requirement has one band there
        self.assertEqual(answer[:2], ("quoted", self.answers(["500"], "premier")[0][1]))

    def test_one_with_several_names_the_lowest_and_the_highest_total_and_where_it_changes(self):
        [two, many, all_of_them] = self.answers(["501-1000", "100-4999", "1+"])
        self.assertEqual([answer[:3] for answer in (two, many, all_of_them)], [("needs_employees", "", "")] * 3)
        for answer, words in ((two, ("$45,000 or $50,000", "1,000")), (many, ("$35,000 to $55,000", "500, 1,000 and 3,000")),
                              (all_of_them, ("$30,000 to $70,000", "100, 500, 1,000, 3,000 and 5,000"))):
            for word in words:
                self.assertIn(word, answer[3])

    def test_a_range_is_quoted_exactly_where_all_its_figures_cost_the_same(self):
        exact = [None] + [answer[1] for answer in self.answers(range(1, 5102))]
        seed = random.randrange(10**9)
        generator = random.Random(seed)
        edges = [1, 99, 100, 499, 500, 999, 1000, 2999, 3000, 4999, 5000]
        ends = [sorted(generator.choice([generator.choice(edges), generator.randint(1, 5100)]) for _ in range(2)) for _ in range(1500)]
        ends = [(low, high) for low, high in ends if low < high]
        for (low, high), answer in zip(ends, self.answers(f"{low}-{high}" for low, high in ends)):
            totals = set(exact[low:high + 1])
            wanted = ("quoted", *totals) if len(totals) == 1 else ("needs_employees", "")
            self.assertEqual(answer[:2], wanted, f"{low}-{high}, seed {seed}")

    def test_what_is_no_range_is_refused_with_how_to_write_it(self):
        for cell, why in (("1000-501", "write 501-1000"), ("0-5", "below 1"), ("7-7", "write 7"), ("10,001+", "write 10001+"),
                          ("1,001-5,000", "write 1001-5000"), ("11-50 employees", "write 11-50"), ("c_00101_00250", "write 101-250"),
                          ("11 to 50", "write 11-50"), ("2-Oct", "looks like a date"), ("Nov-50", "looks like a date"), ("oct-2", "looks like a date"),
                          ("1--5", "write"), ("1-", "write"), ("+", "write"), ("-5", "negative"), ("1-2-3", "write"), ("5+5", "write"),
                          ("25 employees, 50 contractors", "digits only"), ("9" * 30 + "+", "too large"), ("501-1000\u00a0", "U+00A0")):
            [(status, total, _, error)] = self.answers([cell])
            self.assertEqual((status, total), ("invalid", ""), cell)
            self.assertIn(why, error)

    def test_of_revenue_too_from_0(self):
        harbour = ["--catalogue", harness.SOURCE / "tests" / "made_up", "--schedule", "harbour"]
        done = self.batch(*harbour, stdin='tier,revenue\nmooring,0-999999\nmooring,1000000+\nmooring,5-1000000\nmooring,10-5\n')
        self.assertEqual([(row["status"], row["membership_fee"]) for row in done.rows()],
                         [("quoted", "3000.00"), ("quoted", "9000.00"), ("needs_revenue", ""), ("invalid", "")])

    def test_rejects_keep_them_as_they_are(self):
        self.batch("--rejects", "r.csv", stdin='tier,employees\ngeneral,"501 - 1000"\ngeneral,1-99\n')
        self.assertEqual((self.folder / "r.csv").read_text().splitlines()[1].split(",")[:3], ["general", '"501 - 1000"', "2"])


class Hidden(BatchTest):
    """Characters that are not seen, where the words alone would look right."""

    def test_they_are_named_in_every_used_column(self):
        for hidden in ("\u00a0", "\u202f", "\u200b", "\u200e", "\ufeff", "\u2028"):
            name = f"<U+{ord(hidden):04X}>"
            for cells in (f"gen{hidden}eral,5,company,no", f"general,5{hidden},company,no", f"general,5,comp{hidden}any,no", f"general,5,company,no{hidden}"):
                status, error = self.status("A," + cells)
                self.assertEqual(status, "invalid", repr(cells))
                self.assertIn(name, error)
        self.assertIn("\\xA0", self.batch(stdin=harness.HEADER.encode() + b"\nA,general\xa0,5,company,no\n").rows()[0]["error"])

    def test_in_a_header_a_no_break_space_is_a_space(self):
        done = self.batch(stdin="org,\u00a0tier,employees\u00a0,LF\u202fmember,org\u00a0type\nA,general,500,,\n")
        self.assertEqual(done.rows()[0]["total_fee"], "45000.00")
        self.refused(self.batch(stdin="org,ti\u200ber,employees\nA,general,500\n"), 2, "'ti<U+200B>er'")

    def test_curly_quotes_hold_no_separator(self):
        for row in ("A,general,\u201c1,200\u201d", "\u201eAcme, Inc.\u201c,general,500"):
            done = self.batch(stdin=f"org,tier,employees\n{row}\n")
            self.assertEqual(done.rows()[0]["status"], "invalid")
            self.assertIn('between straight quotes ("), which curly ones are not', done.rows()[0]["error"])


class Commands(BatchTest):
    """What is to be typed comes with all that was."""

    def test_the_command_for_missing_columns_is_ready(self):
        self.put("my members.csv", "Account,Membership Level,Number of Employees\nA,General,5000\n")
        for options in ([], ["-o", "out.csv"], ["--schedule", "ptf-2024-12", "--org-type=academic", "--prefix", "it's "]):
            done = self.batch("my members.csv", *options)
            self.refused(done, 2, "no column 'tier' and no column 'employees'")
            command = done.err[done.err.index("): write ptf-fees batch ") + len("): write ptf-fees "):done.err.index(", or give --tier")]
            self.assertEqual(self.shell('"$P" ' + command).code, 0, command)

    def test_a_column_that_is_mapped_must_be_there_even_if_no_fee_reads_it(self):
        self.refused(self.batch("--map", "revenue=Umsatz", stdin="tier,employees,Turnover\n"), 2, "--map revenue=Umsatz: the header has no column 'Umsatz'")
        self.assertEqual(self.batch("--map", "revenue=turn_over", stdin="tier,employees,Turn Over\n").code, 0)

    def test_the_command_that_makes_lines_of_json_names_the_file(self):
        self.put("my roster.json", '[{"tier":"general"}]')
        self.refused(self.batch("my roster.json"), 2, "jq -c '.[]' 'my roster.json'")
        self.refused(self.batch(stdin='{"tier":\n"general"}\n'), 2, "jq -c .,")


if __name__ == "__main__":
    harness.main()
