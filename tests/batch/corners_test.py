"""Corners of batch: the revenue column, JSON Lines that are not objects, headers and lines of unusual size."""

import json

import harness
from harness import HEADER, SOURCE, BatchTest

HARBOUR = ["--catalogue", SOURCE / "tests" / "made_up", "--schedule", "harbour"]
VALID = '{"tier":"general","employees":5}'


class Revenue(BatchTest):
    def test_a_revenue_column_prices_what_is_banded_by_it(self):
        rows = ["anchor,50,4999999,no", "anchor,50,5000000,no", "anchor,50,00005000000,no", "mooring,,999999,no", "buoy,50,,no"]
        done = self.batch(*HARBOUR, stdin="tier,employees,revenue,lf_member\n" + "\n".join(rows) + "\n")
        self.assertEqual([(row["status"], row["membership_fee"], row["total_fee"], row["band"]) for row in done.rows()],
                         [("quoted", "10000.00", "16000.00", "0 to 4,999,999"), ("quoted", "40000.00", "46000.00", "5,000,000 to 49,999,999"),
                          ("quoted", "40000.00", "46000.00", "5,000,000 to 49,999,999"), ("quoted", "3000.00", "3000.00", "0 to 999,999"),
                          ("quoted", "2500.50", "3250.50", "")])

    def test_a_row_that_is_not_quoted_keeps_its_revenue(self):
        done = self.batch(*HARBOUR, stdin="tier,employees,revenue,org_type\nanchor,,5000000,\nanchor,50,5000000,academic\nmooring,,5000000,individual\n")
        self.assertEqual([row["status"] for row in done.rows()], ["needs_employees", "ineligible", "ineligible"])

    def test_an_input_that_cannot_be_read_is_5(self):
        for form in ("csv", "jsonl"):
            self.refused(self.batch("--input-format", form, "/proc/self/mem"), 5, "cannot read '/proc/self/mem'")

    def test_of_a_broken_line_of_json_no_cell_is_kept(self):
        done = self.batch("--input-format", "jsonl", "--format", "csv", stdin=f"{VALID}\n{VALID[:-1]}\n{VALID}\n")
        self.assertEqual([(row["tier"], row["employees"], row["status"]) for row in done.rows()],
                         [("general", "5", "quoted"), ("", "", "invalid"), ("general", "5", "quoted")])

    def test_escapes_are_read_in_the_cells_that_matter(self):
        done = self.batch("--input-format", "jsonl", "--format", "csv", stdin='{"ti\\u0065r":"g\\u0065neral","employees":"\\u0035"}\n')
        self.assertEqual([(row["tier"], row["employees"], row["status"]) for row in done.rows()], [("general", "5", "quoted")])

    def test_lines_of_json_end_as_the_first_one_does(self):
        for text, end in [(f"{VALID}\r\n{VALID}\n", b"\r\n"), (f"{VALID}\n{VALID}\r\n", b"\n"), (f"\n{VALID}\r\n", b"\n"),
                          (f"{VALID}\r", b"\n"), (f"{VALID}", b"\n"), (f" \r\n{VALID}\n", b"\r\n")]:
            out = self.batch("--input-format", "jsonl", stdin=text).out
            self.assertEqual(out.count(end), out.count(b"\n"), text)
            self.assertEqual(out.count(b"\r\n") > 0, end == b"\r\n", text)

    def test_a_summary_that_cannot_be_written_leaves_nothing(self):
        self.refused(self.batch("-o", "out.csv", "--summary", "missing/s.json", stdin="tier,employees\ngeneral,5\n"), 5, "missing/s.json")
        self.assertEqual(self.files(), [])

    def test_a_bad_or_missing_revenue_is_said(self):
        done = self.batch(*HARBOUR, stdin='tier,employees,revenue\nanchor,50,"5,000"\nanchor,50,\nanchor,50,x\n')
        self.assertEqual([row["status"] for row in done.rows()], ["invalid", "needs_revenue", "invalid"])
        self.assertIn("write 5000", done.rows()[0]["error"])
        self.assertIn("revenue 'x'", done.rows()[2]["error"])

    def test_a_header_without_the_figure_that_a_fee_needs_is_refused(self):
        self.refused(self.batch(*HARBOUR, "--tier", "anchor", stdin="employees\n50\n"), 2, "'revenue'", "--map revenue=COLUMN")
        done = self.batch(*HARBOUR, stdin="tier,employees\nanchor,50\nbuoy,50\n")
        self.assertEqual([row["status"] for row in done.rows()], ["needs_revenue", "quoted"])
        self.assertEqual(self.batch(*HARBOUR, "--tier", "buoy", stdin="employees\n50\n").code, 0)

    def test_a_headcount_below_the_first_band_is_invalid_and_counted_so(self):
        done = self.batch("--catalogue", SOURCE / "tests" / "made_up", "--schedule", "tide-2020-01", "--summary", "s.json",
                          stdin="tier,employees\nhull,9\nhull,10\n")
        self.assertEqual([(row["status"], row["total_fee"]) for row in done.rows()], [("invalid", ""), ("quoted", "7000.00")])
        summary = json.loads((self.folder / "s.json").read_text())
        self.assertEqual((summary["by_status"]["invalid"], summary["by_status"]["quoted"]), (1, 1))

    def test_warnings_of_a_schedule_are_said_before_its_rows(self):
        done = self.batch("--schedule", self.bad_schedules() / "warn-unused-source.toml", "--tier", "gold", stdin="employees\n5\n")
        self.assertRegex(done.err.splitlines()[0], "^1 warning in .*warn-unused-source.toml: see 'ptf-fees schedule check ")


def terms(foundation, by, bands, more=""):
    """A schedule of one tier, `top`, whose scale has a band at each of `bands`."""
    steps = ",\n".join(f'{{ from = {start}, amount = {100 + i}, published = "from {start}: {100 + i}" }}' for i, start in enumerate(bands))
    return f"""format = 1
id = "{foundation}-2020"
foundation = "{foundation}"
name = "{foundation}"
title = "Top"
effective = 2020-01-01
verified = 2020-01-01
currency = "EUR"
period = "year"
source = [{{ id = "page", title = "Page", url = "https://x.example" }}]
[[tier]]
id = "top"
name = "Top"
open_to = {{ company = "yes", nonprofit = "yes", academic = "yes", government = "yes", individual = "no" }}
join = {{ route = "enrolment", url = "https://x.example", steps = ["Write."] }}
{more}
fee = {{ by = "{by}", source = "page", bands = [
{steps}
] }}
"""


class Places(BatchTest):
    """Where things are in a table that is written in no usual way."""

    def test_lines_are_counted_from_the_first_of_the_file_whatever_the_header_holds(self):
        for header, line in (("org,tier,employees", 3), ('"o\nr\ng",tier,employees', 5), ('"o\r\ng",tier,employees', 4), ('"\n\n\n",tier,employees', 6)):
            done = self.batch("--rejects", "r.csv", stdin=f"{header}\na,general,5\nb,general,x\n")
            self.assertIn(f"standard input:{line}: record 2: invalid", done.err)
            self.assertIn(f"b,general,x,{line},invalid,", (self.folder / "r.csv").read_text())

    def test_blanks_around_a_name_in_a_header_are_nothing(self):
        for name in ("\ttier", "tier\t", " \t tier \t ", '"\ttier"', " TIER\t"):
            done = self.batch(stdin=f"{name},\temployees\ngeneral,5\n")
            self.assertEqual((done.code, done.out.count(b",quoted,")), (0, 1), (name, done.err))

    def test_of_a_record_that_is_too_long_the_cell_that_is_cut_is_not_kept(self):
        for cells in (["a", "x" * 1_100_000, "general", "5"], ["a", "b", "general", "7" * 1_100_000], ["z" * 1_100_000, "b", "general", "5"]):
            done = self.batch("--rejects", "r.csv", stdin="org,note,tier,employees\n" + ",".join(cells) + "\nc,d,general,5\n")
            [first, second] = done.rows()
            kept = [cell if len(cell) < 9 and all(len(before) < 9 for before in cells[:i]) else "" for i, cell in enumerate(cells)]
            self.assertEqual([first[name] for name in ("org", "note", "tier", "employees", "status")], [*kept, "invalid"])
            self.assertEqual(second["status"], "quoted")
            self.assertLess((self.folder / "r.csv").stat().st_size, 1000)


class Cost(BatchTest):
    def test_a_table_of_json_lines_with_very_many_keys_takes_time_by_their_number(self):
        keys = [f"key{i}" for i in range(60_000)]
        lines = [json.dumps({"tier": "general", "employees": 5} | dict.fromkeys(order, 1), separators=(",", ":")) for order in (keys, keys[::-1])]
        done = self.batch("--input-format", "jsonl", "--format", "csv", stdin="\n".join(lines) + "\n")
        self.assertEqual((done.code, done.out.count(b",quoted,")), (0, 2))


class LongScales(BatchTest):
    """Scales with more bands than any known: each breakpoint at -1, 0 and +1 costs what the scale says."""

    def expected(self, figure, bands):
        return f"{100 + sum(start <= figure for start in bands) - 1}.00"

    def test_of_one_figure(self):
        bands = [1 + 7 * i for i in range(60)]
        self.put("one.toml", terms("one", "employees", bands))
        figures = sorted({start + step for start in bands for step in (-1, 0, 1)} - {0})
        done = self.batch("--schedule", "./one.toml", "--tier", "top", stdin="employees\n" + "".join(f"{figure}\n" for figure in figures))
        self.assertEqual([row["total_fee"] for row in done.rows()], [self.expected(figure, bands) for figure in figures])

    def test_of_two_figures_with_more_answers_than_are_kept(self):
        heads, sales = [1 + 3 * i for i in range(130)], [5 * i for i in range(130)]
        (self.folder / "both").mkdir()
        self.put("both/heads.toml", terms("heads", "employees", heads))
        self.put("both/sales.toml", terms("sales", "revenue", sales, 'requires = ["heads/top"]'))
        pairs = [(1 + 11 * i % 395, 7 * i % 660) for i in range(400)]
        done = self.batch("--catalogue", "both", "--schedule", "sales", "--tier", "top",
                          stdin="employees,revenue\n" + "".join(f"{head},{sale}\n" for head, sale in pairs))
        self.assertEqual(done.code, 0, done.err[-500:])
        self.assertEqual([(row["membership_fee"], row["prerequisite_fee"]) for row in done.rows()],
                         [(self.expected(sale, sales), self.expected(head, heads)) for head, sale in pairs])


class JsonLines(BatchTest):
    def errors(self, data, *arguments):
        done = self.batch("--input-format", "jsonl", *arguments, stdin=data)
        return [(row["status"], row["error"]) for row in map(json.loads, done.out.decode().splitlines())]

    def test_lines_that_are_no_sound_objects_are_invalid_each_with_its_reason(self):
        reasons = {'{"tier":"general" "employees":5}': "a comma or the closing brace", '{"tier" "general"}': "a colon after the key",
                   VALID + " x": "nothing after the object", "": "blank", '{"tier":"general","employees":[5]}': "'employees' is an array: give one value",
                   '{"tier":{"a":1},"employees":5}': "'tier' is an object: give one value", '{"tier":"general","status":1}': "already has a key 'status'",
                   '{"x":1,"x":2,"tier":"general","employees":5}': "a key twice", '{"tier":"a","tier":"b"}': "a key twice",
                   '{"tier":"general","x":{"a" 1}}': "a colon after the key", '{"tier":"general","x":"\\ud800\\u0041"}': "second half of the surrogate pair",
                   '{"tier":"general","x":1': "a comma or the closing brace", '{"tier":"general","x":"' + "y" * 1_048_600 + '"}': "bytes long where a record may have 1,048,576"}
        answers = self.errors("\n".join([VALID, *reasons, VALID, ""]))
        self.assertEqual((answers[0], answers[-1]), (("quoted", None), ("quoted", None)))
        self.assertEqual(len(answers), len(reasons) + 2)
        for (status, error), (line, reason) in zip(answers[1:], reasons.items()):
            self.assertEqual(status, "invalid", line[:80])
            self.assertIn(reason, error, line[:80])

    def test_a_key_of_the_rejects_is_in_their_way_only(self):
        line = '{"reject_line":1,"tier":"general","employees":5}\n'
        self.assertEqual(self.errors(line), [("quoted", None)])
        [(status, error)] = self.errors(line, "--rejects", "r.jsonl")
        self.assertEqual(status, "invalid")
        self.assertIn("which is one of those to be added to the rejects: remove it", error)

    def test_fail_fast_stops_at_the_first_line_that_is_not_quoted(self):
        done = self.batch("--input-format", "jsonl", "--fail-fast", stdin=f"{VALID}\n\n{VALID}\n")
        self.assertEqual((done.code, len(done.out.splitlines())), (1, 1))
        many = self.batch("--input-format", "jsonl", "--fail-fast", stdin=f"{VALID}\n" + "{}\n" * 3 + f"{VALID}\n")
        self.assertEqual((many.code, len(many.out.splitlines())), (1, 1))

    def test_fail_fast_names_the_row_whatever_keeps_it_from_being_quoted(self):
        (self.folder / "in.csv").write_text("org,tier,employees\na,general,5\nb,general,\nc,general,5\n")
        done = self.batch("in.csv", "--fail-fast")
        self.assertEqual((done.code, len(done.out.splitlines())), (1, 2))
        self.assertIn("in.csv:3: record 2: needs_employees: ", done.err)
        self.assertNotIn("record", self.batch("in.csv").err) # which names, without it, only what could not be read

    def test_a_folder_as_input_is_5_and_named(self):
        self.refused(self.batch(self.folder), 5, "cannot read", "Is a directory")

    def test_fail_fast_passes_rows_that_only_the_careful_way_quotes(self):
        for form, rows in (("jsonl", '{"tier":"g\\u0065neral","employees":5,"org_type":"company"}\n' * 3),
                           ("csv", "tier,employees,org_type\n" + "gEnErAl,5,cOmPaNy\n" * 3)):
            done = self.batch("--input-format", form, "--fail-fast", stdin=rows)
            self.assertEqual((done.code, done.out.count(b"quoted")), (0, 3))

    def test_fail_fast_stops_at_a_blank_line_before_an_endless_one(self):
        for form, head in (("jsonl", ""), ("csv", f"{HEADER}\n")):
            done = self.batch("--input-format", form, "--fail-fast", stdin=head + "\n\n" + "x" * 3_000_000 + "\n")
            self.assertEqual((done.code, len(done.out.splitlines())), (1, 1 if head else 0))

    def test_very_many_blank_lines_are_rows(self):
        for form, valid in (("jsonl", VALID), ("csv", "A,general,5,company,no")):
            head = f"{HEADER}\n" if form == "csv" else ""
            done = self.batch("--input-format", form, stdin=f"{head}{valid}\n" + "\n" * 300_000 + f"{valid}\n\n\n")
            self.assertEqual(done.err.splitlines()[-1].split(";")[0], "300,002 rows: 2 quoted, 300,000 invalid")
            stopped = self.batch("--input-format", form, "--fail-fast", stdin=f"{head}{valid}\n" + "\n" * 300_000 + f"{valid}\n")
            self.assertEqual(len(stopped.out.splitlines()), 2 if head else 1)

    def test_lines_longer_than_a_record_are_rows_whatever_their_ending(self):
        for ending in ("\n", "\r\n", ""):
            for length in (1_048_577, 3_000_000, 5_000_000):
                done = self.batch("--input-format", "jsonl", stdin=f"{VALID}\n" + "x" * length + ending)
                [first, second] = map(json.loads, done.out.decode().splitlines())
                self.assertEqual((first["status"], second["status"]), ("quoted", "invalid"))
                self.assertIn(f"{length:,} bytes long", second["error"])

    def test_a_table_of_json_lines_escapes_formulas_too(self):
        line = '{"org":"=1+1","tier":"general","employees":5,"x":null,"y":" ","z":-5}\n'
        for safe, org in (((), "=1+1"), (("--excel-safe",), "'=1+1")):
            done = self.batch("--input-format", "jsonl", "--format", "csv", *safe, stdin=line)
            [row] = done.rows()
            self.assertEqual([row[name] for name in ("org", "x", "y", "z", "status")], [org, "", " ", "-5", "quoted"])

    def test_a_file_of_rejects_may_hold_one_other_member_whatever_its_name(self):
        [answer] = map(json.loads, self.batch("--input-format", "jsonl", "--tier", "premier", "--lf-member", stdin='{"org":"A","reject_line":1,'
                       '"reject_status":"invalid","reject_error":"x"}\n').out.splitlines())
        self.assertEqual((answer["org"], answer["status"], [key for key in answer if key.startswith("reject_")]), ("A", "quoted", []))

    def test_a_mapped_member_is_not_missed_where_there_are_no_lines(self):
        done = self.batch("--input-format", "jsonl", "--tier", "general", "--map", "employees=Heads", stdin="\n")
        self.assertEqual((done.code, done.out), (0, b""), done.err)

    def test_a_first_record_with_a_key_that_a_table_adds_is_refused(self):
        self.refused(self.batch("--input-format", "jsonl", "--format", "csv", stdin='{"tier":"general","Total-Fee":1}\n'), 2,
                     "the header already has a column 'Total-Fee', which is one of those to be added", "--prefix ptf_")

    def test_the_first_object_may_come_late_and_none_is_refused(self):
        late = self.batch("--input-format", "jsonl", "--format", "csv", stdin="[1]\n" * 30_000 + VALID + "\n")
        self.assertEqual(late.out.splitlines()[0].split(b",")[:2], [b"tier", b"employees"])
        for data in ("[1]\n[2]", "{}\n", "x"):
            self.refused(self.batch("--input-format", "jsonl", "--format", "csv", stdin=data), 2, "no line at its beginning is a JSON object with keys")


class Headers(BatchTest):
    def test_a_header_of_many_bytes_is_read_and_one_of_too_many_is_refused(self):
        for form, separator in (("csv", ","), ("csv", ";"), ("tsv", "\t")):
            for size in (70_000, 1_000_000):
                header = separator.join(["tier", "employees", "x" * size])
                done = self.batch("--input-format", form, stdin=f"{header}\ngeneral{separator}5{separator}y\n")
                self.assertEqual(done.code, 0, done.err[-300:])
                self.assertTrue(done.out.startswith(header.encode()))
            header = separator.join(["tier", "employees", "x" * 1_100_000])
            self.refused(self.batch("--input-format", form, stdin=f"{header}\ngeneral{separator}5{separator}y\n"), 2,
                         "the header is longer than 1,048,576 bytes")

    def test_a_header_with_a_broken_quote_is_refused(self):
        self.refused(self.batch(stdin='tier,"employees"x,"y"\ngeneral,5,1\n'), 2, "the header cannot be read")
        self.refused(self.batch(stdin='tier,"employees\ngeneral,5\n'), 2, "the header cannot be read")

    def test_quotes_that_close_badly_are_named_by_their_kind(self):
        for row, words in (('"a"b,general,5,,', "write each quote that belongs to a quoted cell twice"),
                           ('a,general,5,"x""y', "quote"), ('"a""b"c,general,5,,', "quote")):
            status, error = self.status(row)
            self.assertEqual(status, "invalid")
            self.assertIn(words, error)

    def test_rejects_that_lost_cells_are_invalid_once_more(self):
        header = HEADER + ",reject_line,reject_status,reject_error"
        done = self.batch("--rejects", "again.csv", stdin=f"{header}\nA,general\nB,general,5,company,no,2,invalid,x\n")
        self.assertEqual([row["status"] for row in done.rows()], ["invalid", "quoted"])


class Notation(BatchTest):
    def test_values_that_the_quick_way_leaves_to_the_careful_one_come_out_alike(self):
        rows = {"general,00000000000000000005,company,no": "quoted", "general,5,COMPANY,NO": "quoted", "general,12345678,company,true": "quoted",
                "general,1234567890123,company,false": "quoted", "general,12345x7890123,company,no": "invalid", "general,5,companies,no": "invalid",
                "general,5,company,yesyes": "invalid", "general,5,company,false\0": "invalid", "general,5,gov\0,no": "invalid",
                "general,12345:78,company,no": "invalid", "general,1234/678,company,no": "invalid", "general,123456789/1,company,no": "invalid", "generalgeneralgeneral,5,company,no": "invalid",
                "general,5,individual,1": "ineligible", "GENERAL,5,company,0": "quoted", "general,123456789012345678901,company,no": "invalid"}
        done = self.batch(stdin="tier,employees,org_type,lf_member\n" + "\n".join(rows) + "\n")
        answers = [line.split(b",") for line in done.out.splitlines()[1:]]
        self.assertEqual([answer[4].decode() for answer in answers], list(rows.values()))

    def test_rows_that_cannot_be_read_are_shown_ten_at_most_whatever_the_threads(self):
        for jobs in ("1", "3"):
            done = self.batch("--jobs", jobs, stdin=f"{HEADER}\n" + "A,general,x,company,no\n" * 60_000)
            self.assertEqual([line for line in done.err.splitlines() if "record" in line],
                             ["standard input:2: record 1, the first of 60,000 rows: employees 'x' is not a whole number, it has 'x' in it: "
                              "write digits only, such as 1200"])


class Pieces(BatchTest):
    """Output and rejects that are written in the middle of a chunk, or of a record."""

    def test_short_rows_are_padded_whatever_the_threads(self):
        names = ["employees", "tier", *(f"c{i}" for i in range(20_000))]
        self.put("in.csv", ",".join(names) + "\n" + "".join(f"{i}\n" for i in range(1, 301)))
        outputs = set()
        for jobs in ("1", "2", "5"):
            done = self.batch("in.csv", "--jobs", jobs, "--rejects", "r.csv")
            outputs.add((done.out, (self.folder / "r.csv").read_bytes(), done.err))
        [(out, rejects, err)] = outputs
        padding = "," * 20_001
        reason = "invalid,,,,USD,,ptf-2025-04,"
        for i, (line, reject) in enumerate(zip(out.decode().splitlines()[1:], rejects.decode().splitlines()[1:], strict=True), 1):
            self.assertTrue(line.startswith(f"{i}{padding},{reason}"), line[:100])
            self.assertTrue(reject.startswith(f"{i}{padding},{i + 1},invalid,"), reject[:100])
        self.assertEqual(i, 300)
        self.assertIn("in.csv:2: record 1, the first of 300 rows: the row has 1 cell", err)

    def test_a_row_of_very_many_cells_is_kept_whole_in_the_rejects(self):
        cells = ["A", "general", "5", *map(str, range(20_000))]
        self.put("in.csv", "org,tier,employees\n" + ",".join(cells) + "\n")
        [row] = self.batch("in.csv", "--rejects", "r.csv").rows()
        self.assertIn("20,003 cells where the header has 3", row["error"])
        for source in ("in.csv", "r.csv"):
            self.batch(source, "--rejects", "again.csv")
            self.assertTrue((self.folder / "again.csv").read_text().splitlines()[1].startswith(",".join(cells) + ",2,invalid,"), source)

    def test_more_broken_records_than_are_mapped_at_once_stay_rows(self):
        lines = [f'"{i}"x,general,5' for i in range(20_000)]
        done = self.batch(stdin="org,tier,employees\n" + "\n".join(lines) + "\n")
        rows = done.out.decode().splitlines()[1:]
        self.assertEqual(len(rows), len(lines))
        self.assertTrue(all(f"{i}" in row and ",invalid," in row for i, row in enumerate(rows)))

    def test_a_cell_that_is_escaped_in_pieces_is_the_same_text(self):
        text = "\x01é\U0001F600\u20ac" * 30_000
        done = self.batch("--format", "jsonl", stdin=f"tier,employees,x\ngeneral,5,{text}\n")
        self.assertEqual(json.loads(done.out)["x"], text)


if __name__ == "__main__":
    harness.main()
