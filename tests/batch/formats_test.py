"""Tables and JSON Lines, in and out: what is read, what passes through, what is refused."""

import json
import random
import subprocess

import harness
from harness import ADDED, HEADER, BatchTest


class Tables(BatchTest):
    def test_tabs_in_the_header_are_told_from_a_missing_column(self):
        self.refused(self.batch(stdin="tier\temployees\ngeneral\t5\n"), 2, "tabs between its names", "--input-format tsv")
        self.assertEqual(self.batch("--input-format", "tsv", stdin="tier\temployees\ngeneral\t5\n").code, 0)

    def test_a_roster_is_quoted_row_by_row_and_in_order(self):
        done = self.batch(stdin=f"{HEADER}\nAcme,general,5000,company,no\nUni,associate,,academic,\nIBM,Premier,499,,yes\n")
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(done.out.decode(), HEADER + "," + ",".join(ADDED) + "\n"
                         'Acme,general,5000,company,no,quoted,50000.00,20000.00,70000.00,USD,"5,000 or more",ptf-2025-04,\n'
                         "Uni,associate,,academic,,quoted,0.00,0.00,0.00,USD,,ptf-2025-04,\n"
                         "IBM,Premier,499,,yes,quoted,150000.00,0.00,150000.00,USD,,ptf-2025-04,\n")

    def test_columns_may_stand_in_any_order_and_names_match_loosely(self):
        done = self.batch(stdin="LF Member,EMPLOYEES,Org-Type,x,Tier\nyes,5,company,keep,general\n")
        self.assertEqual(done.out.splitlines()[1], b"yes,5,company,keep,general,quoted,25000.00,0.00,25000.00,USD,1 to 499,ptf-2025-04,")

    def test_input_cells_pass_through_byte_for_byte(self):
        rows = ['"a ""b"" c",general,"5000","company",no', '"two\nlines",general,1,company,no', '"two\r\nlines",general,1,,',
                '5" pipe,general,1,,', '"",general,1,,', " x ,general,1,,", '"x",general,1,,', "\xff\xfe,general,1,,", "a\x00b,general,1,,"]
        data = "\n".join([HEADER, *rows, ""]).encode("latin-1")
        done = self.batch(stdin=data)
        self.assertEqual(done.code, 0, done.err)
        rest = done.out[done.out.index(b"\n") + 1:]
        for row in rows:
            row = row.encode("latin-1")
            self.assertTrue(rest.startswith(row + b",quoted,"), row)
            rest = rest[rest.index(b",ptf-2025-04,\n") + len(b",ptf-2025-04,\n"):]
        self.assertEqual(rest, b"")

    def test_a_byte_order_mark_that_came_in_goes_out(self):
        for form, separator in (("csv", ","), ("tsv", "\t")):
            header = separator.join(["org", "tier", "employees"])
            data = f"\ufeff{header}\nMüller{separator}general{separator}x\n"
            for out, mark in (("csv", True), ("tsv", True), ("jsonl", False)):
                done = self.batch("--input-format", form, "--format", out, "--rejects", "r.csv", stdin=data)
                self.assertEqual((done.out.startswith(b"\xef\xbb\xbf"), done.out.count(b"\xef\xbb\xbf")), (mark, int(mark)))
                self.assertTrue((self.folder / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf" + header.encode()))
            self.assertFalse(self.batch("--input-format", form, stdin=data[1:]).out.startswith(b"\xef\xbb\xbf"))
        lines = self.batch("--input-format", "jsonl", "--format", "csv", stdin='\ufeff{"tier":"general","employees":5}\n')
        self.assertTrue(lines.out.startswith(b"tier,"))

    def test_the_mark_is_no_part_of_a_name_and_line_ends_are_those_of_the_header(self):
        done = self.batch(stdin=b'\xef\xbb\xbf"org","tier","employees"\r\nA,general,5\nB,general,6\r\nC,general,7')
        self.assertEqual(done.code, 0, done.err)
        lines = done.out.split(b"\r\n")
        self.assertEqual(len(lines), 5)
        self.assertTrue(lines[0].startswith(b'\xef\xbb\xbf"org","tier","employees",status,'))
        self.assertNotIn(b"\n", b"".join(lines))

    def test_semicolons_are_read_and_written_where_the_header_has_no_comma(self):
        done = self.batch(stdin="org;tier;employees\n\"A;B\";general;5000\n1,5;general;5\n")
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(done.out.decode().splitlines()[1:],
                         ['"A;B";general;5000;quoted;50000.00;20000.00;70000.00;USD;5,000 or more;ptf-2025-04;',
                          "1,5;general;5;quoted;25000.00;5000.00;30000.00;USD;1 to 499;ptf-2025-04;"])

    def test_it_is_said_how_many_cells_are_left_off(self):
        for cells, words in [(",x", "6 cells where the header has 5: the last one is dropped here"),
                             (",x,y", "7 cells where the header has 5: the last 2 are dropped here"),
                             (",x,y,z", "8 cells where the header has 5: the last 3 are dropped here")]:
            self.assertIn(words, self.status("A,general,5,company,no" + cells)[1])
        self.assertIn("1 cell where the header has 5: the missing ones are left empty here", self.status("A")[1])

    def test_it_is_said_which_cell_has_the_wrong_quote(self):
        for row, words in [('"A"x,general,5,company,no', "cell 1 goes on after its closing quote"),
                           ('"A","general",5,"company"x,no', "cell 4 goes on after its closing quote"),
                           ('"A","ge""neral",5,company,"no"x', "cell 5 goes on after its closing quote"),
                           ('"A","general",5,company,"no', "cell 5 begins with a quote that is not closed"),
                           ('"A","general","5,company,no', "cell 3 begins with a quote that is not closed"),
                           ('"A","general","5,company,no""', "cell 3 begins with a quote that is not closed")]:
            self.assertIn(words, self.status(row)[1], row)

    def test_of_mapped_columns_that_are_there_nothing_is_said(self):
        columns = {"tier": "Class", "employees": "Heads", "revenue": "Turnover", "org_type": "Kind", "lf_member": "LF"}
        maps = [word for used, column in columns.items() for word in ("--map", f"{used}={column}")]
        done = self.batch(*maps, stdin=",".join(columns.values()) + "\ngeneral,5,9,company,no\n")
        self.assertEqual(done.rows()[0]["status"], "quoted")
        self.assertFalse([column for column in columns.values() if f"'{column}'" in done.err or "--map" in done.err], done.err)

    def test_two_cells_make_a_table_whichever_separates_them(self):
        done = self.batch(stdin="tier;employees\ngeneral;5\n")
        self.assertEqual(done.out.decode().splitlines()[1][:16], "general;5;quoted")
        done = self.batch("--tier", "general", stdin="a;b;c,employees\n1;2;3,5\n")
        self.assertEqual(done.out.decode().splitlines()[1][:14], "1;2;3,5,quoted")

    def test_a_ragged_row_is_kept_and_the_table_stays_rectangular(self):
        done = self.batch("--rejects", "r.csv", stdin=f"{HEADER}\nA,general\nB,general,5,company,no,x,y\n\nC,general,5,company,no\n\n\n")
        self.assertEqual(done.code, 1)
        rows = done.rows()
        self.assertEqual([row["status"] for row in rows], ["invalid", "invalid", "invalid", "quoted"])
        self.assertIn("2 cells where the header has 5", rows[0]["error"])
        self.assertIn("the last 2 are dropped", rows[1]["error"])
        self.assertIn("blank", rows[2]["error"])
        self.assertIn("B,general,5,company,no,x,y,3,invalid,", (self.folder / "r.csv").read_text())

    def test_in_a_table_of_one_column_a_blank_line_is_a_row(self):
        done = self.batch("--tier", "associate", "--org-type", "academic", stdin="org\nA\n\nB\n\n")
        self.assertEqual([(row["org"], row["status"]) for row in done.rows()], [("A", "quoted"), ("", "invalid"), ("B", "quoted")])
        heads = self.batch("--tier", "general", stdin="employees\n5\n\n7\n")
        self.assertEqual([row["status"] for row in heads.rows()], ["quoted", "invalid", "quoted"])

    def test_a_stray_quote_costs_one_row_and_is_reported_with_its_line(self):
        text = f'{HEADER}\nA,general,5,company,no\n"B,general,5,company,no\nC,general,5,company,no\n"D" x,general,5,company,no\nE,general,6,company,no\n'
        done = self.batch(stdin=text)
        self.assertEqual([(row["org"], row["status"]) for row in done.rows()],
                         [("A", "quoted"), ('"B', "invalid"), ("C", "quoted"), ('"D" x', "invalid"), ("E", "quoted")])
        self.assertIn("standard input:3: record 2: invalid: cell 1 begins with a quote", done.err)
        self.assertIn("standard input:5: record 4: invalid: cell 1 goes on after its closing quote", done.err)

    def test_lines_are_counted_with_those_inside_quotes(self):
        done = self.batch(stdin=f'{HEADER}\n"a\nb\nc",general,5,company,no\nD,general,x,company,no\n')
        self.assertIn("standard input:5: record 2: invalid: employees 'x'", done.err)

    def test_bad_values_are_invalid_with_a_hint(self):
        for cell, hint in [("1,200", "write 1200"), ("1.2e3", "scientific"), ("~40", "not exact"), ("-1", "negative"),
                           ("22,00,000", "thousands separators: write 2200000"), ("1,24,000", "write 124000"), ("5001,10000", "it has ',' in it"),
                           ("5000,", "it has ',' in it"), ("5.000,00", "both commas and dots"), ("--5", "it has '-' in it"), ("99.5", "without decimals"),
                           ("12\u00a0", "ends with a no-break space (U+00A0)"), ("1\u202f200", "U+202F"), ("\u200b5", "U+200B"), ("5\u200e", "U+200E"),
                           ("5\ufeff0", "U+FEFF"), ("5k", "write 5000"), ("\u201c5\u201d", "U+201C"),
                           ("0", "below 1"), (" 5", "blanks"), ("1200.5", "decimals"), ("9" * 30, "too large")]:
            status, error = self.status(f'A,general,"{cell}",company,no')
            self.assertEqual(status, "invalid")
            self.assertIn(hint, error)
        self.assertIn("did you mean 'general'", self.status("A,genral,5,company,no")[1])
        self.assertIn("did you mean 'academic'", self.status("A,general,5,academy,no")[1])
        for word, type in [("University", "academic"), ("NGO", "nonprofit"), ("Non-Profit", "nonprofit"), ("Corporate", "company")]:
            self.assertEqual(self.status(f"A,general,5,{word},no"), ("invalid", f"org_type '{word}' is not known: write {type}"))
        self.assertEqual(self.status("A,general,00500,COMPANY,TRUE")[0], "quoted")

    def test_other_statuses_are_answers(self):
        self.assertEqual(self.status("A,associate,5,company,no")[0], "ineligible")
        self.assertEqual(self.status("A,associate,5,government,no")[0], "unstated")
        self.assertEqual(self.status("A,general,,company,no")[0], "needs_employees")
        done = self.batch("--schedule", "ptf-2026-01", stdin=f"{HEADER}\nA,silver,5,company,no\n")
        self.assertEqual((done.code, done.rows()[0]["status"]), (1, "unpublished"))

    def test_defaults_fill_absent_columns_and_empty_cells(self):
        done = self.batch("--tier", "general", "--org-type", "nonprofit", "--lf-member", stdin="org,employees,lf_member\nA,5000,\nB,5000,no\n")
        self.assertEqual([row["total_fee"] for row in done.rows()], ["50000.00", "70000.00"])

    def test_a_mapped_column_is_read_and_passes_through(self):
        done = self.batch("--map", "employees=Head Count", "--map", "tier=Class", stdin="org,head-count,Class,tier\nA,5,general,premier\n")
        self.assertEqual(done.rows()[0]["total_fee"], "30000.00")

    def test_headers_that_cannot_be_used_are_refused(self):
        for header, words in [("org,employees", ["no column 'tier'", "--map tier=COLUMN", "'org', 'employees'"]),
                              ("org,heads", ["no column 'employees'", "--map employees=heads"]),
                              ("tier,employees,Employees", ["twice", "columns 2 and 3"]),
                              ("tier,employees,status", ["'status'", "--prefix"]),
                              ("tier,employees,Total Fee", ["'Total Fee'", "--prefix"]),
                              ("\"tier,employees", ["header cannot be read"]),
                              ("tier,employees\rA,general,5\r", ["carriage returns"])]:
            self.refused(self.batch(stdin=header + "\nA,B,C\n"), 2, *words)
        self.refused(self.batch("--map", "employees=Headcont", stdin="tier,Headcount\ngeneral,5\n"), 2, "did you mean 'Headcount'")
        self.refused(self.batch("--map", "employes=Headcount", stdin="tier,Headcount\ngeneral,5\n"), 2, "did you mean 'employees'")
        self.refused(self.batch("--map", "employees", stdin="tier,employees\n"), 2, "NAME=COLUMN")

    def test_a_prefix_makes_room(self):
        done = self.batch("--prefix", "ptf_", stdin="tier,employees,status\ngeneral,5,active\n")
        self.assertEqual(done.rows()[0]["status"], "active")
        self.assertEqual(done.rows()[0]["ptf_status"], "quoted")

    def test_header_only_is_fine_and_empty_is_not(self):
        self.assertEqual(self.batch(stdin=HEADER + "\n").out.decode(), HEADER + "," + ",".join(ADDED) + "\n")
        self.assertEqual(self.batch(stdin=HEADER).code, 0)
        for nothing in ["", "\ufeff"]:
            self.refused(self.batch(stdin=nothing), 2, "empty")

    def test_what_is_not_utf8_text_is_named_with_a_way_to_convert_it(self):
        text = f"{HEADER}\nA,general,5,company,no\n"
        for data in [text.encode("utf-16"), text.encode("utf-16-le"), text.encode("utf-16-be")]:
            self.refused(self.batch(stdin=data), 2, "UTF-16", "iconv")
        for data in [text.encode("utf-32"), text.encode("utf-32-le"), text.encode("utf-32-be"), b"\0\0\xfe\xff" + text.encode("utf-32-be")]:
            self.refused(self.batch(stdin=data), 2, "UTF-32", "iconv -f UTF-32")
        self.refused(self.batch(stdin=b"\x1f\x8b\x08"), 2, "gzip")
        self.refused(self.batch(stdin=b"PK\x03\x04x"), 2, "spreadsheet")

    def test_excel_safe_escapes_text_and_leaves_numbers(self):
        cells = {"=1+1": "'=1+1", "+SUM(A1)": "'+SUM(A1)", "-x": "'-x", "@x": "'@x", "\tx": "'\tx", "  =x": "'  =x", "-5": "-5",
                 "+49 30 1234": "+49 30 1234", "-1.5": "-1.5", "a=b": "a=b", "=a,b": "'=a,b", "'=x": "'=x", "\rx": "'\rx", "\n=x": "'\n=x",
                 "\n\n -x": "'\n\n -x", " \n@x": "' \n@x"}
        for cell, expected in cells.items():
            quoted = '"' + cell + '"'
            # A bare line end would end the line.
            for written in ([quoted] if any(mark in cell for mark in ",\r\n") else [cell, quoted]):
                done = self.batch("--excel-safe", stdin=f"{HEADER}\n{written},general,5,company,no\n")
                self.assertEqual(done.rows()[0]["org"], expected, written)
                done = self.batch(stdin=f"{HEADER}\n{written},general,5,company,no\n")
                self.assertTrue(done.out.split(b"\n", 1)[1].startswith(written.encode() + b",general,"), written)

    def test_excel_safe_escapes_the_names_of_added_columns(self):
        for prefix, expected in {"=": "'=", "-2+3+cmd|' /C calc'!A0": "'-2+3+cmd|' /C calc'!A0", "ptf_": "ptf_", "-": "'-"}.items():
            done = self.batch("--excel-safe", "--prefix=" + prefix, stdin=HEADER + "\n")
            self.assertEqual(done.out.decode(), HEADER + "," + ",".join(expected + name for name in ADDED) + "\n")

    def test_very_many_columns(self):
        names = [f"c{i}" for i in range(10_000)] + ["tier", "employees"]
        done = self.batch(stdin=",".join(names) + "\n" + "x," * 10_000 + "general,5\n" + "y," * 10_001 + "\n")
        self.assertEqual([row["status"] for row in done.rows()], ["quoted", "invalid"])


class OtherFormats(BatchTest):
    def test_every_format_becomes_every_other_and_says_the_same(self):
        table = f'{HEADER}\n"Foo, ""Inc""",general,5000,company,no\nTab\there,premier,"7",,yes\n"semi;\ncolon",general,x,company,no\n'
        self.put("in.csv", table)
        answers = []
        for name in ["out.csv", "out.tsv", "out.jsonl"]:
            done = self.batch("in.csv", "-o", name)
            self.assertEqual((done.code, done.out), (1, b""))
            for back in ["csv", "tsv", "jsonl"]:
                # The answer is fed in again: its own columns must make way.
                done = self.batch(name, "--format", back, "--prefix", "again_")
                self.assertEqual(done.code, 1, done.err)
                if back == "jsonl":
                    rows = [json.loads(line) for line in done.out.splitlines()]
                    rows = [{key: value or "" for key, value in row.items()} for row in rows]
                else:
                    rows = done.rows("\t" if back == "tsv" else ",")
                answers.append([[row[column] for column in HEADER.split(",") + ADDED + ["again_" + name for name in ADDED]] for row in rows])
        for answer in answers:
            self.assertEqual(answer, answers[0])
        self.assertEqual(answers[0][0][0], 'Foo, "Inc"')
        self.assertEqual(answers[0][2][0], "semi;\ncolon")

    def test_json_lines_keep_their_bytes(self):
        lines = ['{"tier":"general","employees":5000,"n":1.50e3,"big":123456789012345678901234567890}',
                 '{ "x" : [ 1 , {} ], "tier":"premier" , "employees":"5000","lf_member":true }', '{"tier":"general","employees":1200.5}',
                 '{"\\u0074ier":"general","employees":null}', "{}"]
        done = self.batch("--input-format", "jsonl", stdin="\n".join(lines))
        out = done.out.decode().splitlines()
        self.assertEqual(len(out), 5)
        for line, answer in zip(lines[:4], out):
            self.assertTrue(answer.startswith(line.rstrip("} ")), answer)
        self.assertEqual([json.loads(line)["status"] for line in out], ["quoted", "quoted", "invalid", "needs_employees", "invalid"])
        self.assertEqual(json.loads(out[0])["total_fee"], "70000.00")
        self.assertIs(json.loads(out[2])["total_fee"], None)
        self.assertIn("without decimals", json.loads(out[2])["error"])
        self.assertIs(json.loads(out[0])["error"], None)

    def test_a_bad_line_is_kept_whole(self):
        lines = ["{", "[1]", '{"tier":"general","tier":"premier"}', '{"status":"x","tier":"general"}', "\x01", "",
                 '{"tier":["general"]}', '{"Tier":"general","tier":"general"}', '{"tier":"general","employees":1}']
        done = self.batch("--input-format", "jsonl", stdin="\n".join(lines) + "\n")
        out = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual(len(out), len(lines))
        for i in [0, 1, 2, 3, 4, 5, 7]:
            self.assertEqual((out[i]["input"], out[i]["status"]), (lines[i], "invalid"))
        self.assertEqual(out[6]["status"], "invalid")
        self.assertEqual(out[6]["tier"], ["general"])
        self.assertEqual(out[8]["status"], "quoted")

    def test_json_lines_become_a_table_by_the_keys_of_the_first_record(self):
        lines = ['{"tier":"general","employees":1,"x":{"a":1}}', '{"employees":2,"tier":"general"}', '{"tier":"general","employees":3,"y":1}', "nonsense"]
        done = self.batch("--input-format", "jsonl", "--format", "csv", stdin="\n".join(lines))
        rows = done.rows()
        self.assertEqual([row["status"] for row in rows], ["quoted", "quoted", "invalid", "invalid"])
        self.assertEqual(rows[0]["x"], '{"a":1}')
        self.assertEqual(rows[1]["x"], "")
        self.assertIn("no key 'y'", rows[2]["error"])

    def test_bytes_that_are_not_utf8_make_a_row_invalid_where_json_is_written(self):
        done = self.batch("--format", "jsonl", stdin=b"org,tier,employees\nM\xfcller,general,5\nB,general,5\n")
        rows = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([row["status"] for row in rows], ["invalid", "quoted"])
        self.assertIn("not UTF-8", rows[0]["error"])

    def test_formats_are_named_by_option_or_ending(self):
        self.put("in.tsv", "tier\temployees\ngeneral\t5\n")
        self.assertIn(b"general\t5\tquoted\t25000.00", self.batch("in.tsv").out)
        self.assertIn(b'"status":"quoted"', self.batch("in.tsv", "--format", "jsonl").out)
        self.refused(self.batch("in.tsv", "--format", "jsonn"), 2, "did you mean 'jsonl'")
        self.refused(self.batch("in.tsv", "--input-format", "xml"), 2, "csv, tsv or jsonl")
        self.refused(self.batch("in.tsv", "--format", "jsonl", "--excel-safe"), 2, "--excel-safe")

    def test_json_that_is_no_lines_is_refused_with_the_command_that_makes_them(self):
        array, one, lines = '[\n{"tier":"general","employees":5}\n]\n', '{\n "tier": "general"\n}\n', '{"tier":"general","employees":5}\n'
        for name, text, command in [("a.json", array, "jq -c '.[]' a.json"), ("a.jsonl", array, "jq -c '.[]' a.jsonl"), ("a.json", one, "jq -c . a.json"),
                                    ("a.ndjson", one, "jq -c . a.ndjson"), ("a.json", lines, "jq -c . a.json"), ("a", "[{}]", "jq -c '.[]' a")]:
            self.put(name, text)
            self.refused(self.batch(name), 2, "is JSON, not JSON Lines", command)
        self.refused(self.batch(stdin=array), 2, "jq -c '.[]'")
        self.assertEqual(self.batch("--input-format", "jsonl", stdin=array).code, 1) # told so, it is read line by line
        self.assertEqual(self.batch("--input-format", "jsonl", stdin=lines).code, 0)

    def test_an_ending_that_means_another_format_is_refused(self):
        self.put("in.csv", "tier,employees\ngeneral,5\n")
        for name in ("q.json", "q.html", "q.md", "q.ods", "q.parquet", "q.gz", "q.csv.gz", "q.pdf", "Q.XLS"):
            self.refused(self.batch("in.csv", "-o", name), 2, f"'{name}'", "end it in .csv, .tsv, .jsonl or .xlsx")
        self.refused(self.batch("in.csv", "--format", "csv", "-o", "q.jsonl"), 2, "'q.jsonl'")
        for name in ("q.txt", "q", "q.dat", ".gz", "q.CSV", "a.json/q"):
            (self.folder / "a.json").mkdir(exist_ok=True)
            self.assertEqual(self.batch("in.csv", "-o", name).code, 0, name)
        for name, arguments in (("q.pdf", []), ("q.csv", ["--format", "json"]), ("q.xls", [])):
            command = [harness.PROGRAM, "quote", "--tier", "general", "--employees", "5", *arguments, "-o", name]
            done = subprocess.run(command, capture_output=True, cwd=self.folder, timeout=10)
            self.assertEqual((done.returncode, name in self.files()), (2, False), done.stderr)


class Prices(BatchTest):
    def test_random_organisations_are_quoted_by_batch_as_by_quote(self):
        seed = random.randrange(2**32)
        chance = random.Random(seed)
        rows = []
        for _ in range(60):
            near = chance.choice([1, 100, 500, 1000, 3000, 5000, 200_000])
            rows.append([chance.choice(["premier", "general", "associate"]), str(max(1, near + chance.choice([-1, 0, 1]))),
                         chance.choice(["company", "nonprofit", "academic", "government", "individual"]), chance.choice(["yes", "no"])])
        text = "tier,employees,org_type,lf_member\n" + "".join(",".join(row) + "\n" for row in rows)
        answers = self.batch(stdin=text).rows()
        for (tier, employees, org_type, member), answer in zip(rows, answers):
            command = [harness.PROGRAM, "quote", "--format", "json", "--tier", tier, "--employees", employees, "--org-type", org_type,
                       "--lf-member", member]
            [quote] = json.loads(subprocess.run(command, capture_output=True, timeout=10).stdout)["quotes"]
            self.assertEqual((answer["status"], answer["total_fee"] or None, answer["error"] or None),
                             (quote["status"], quote["total"], quote["reason"]), f"seed {seed}: {command}")


if __name__ == "__main__":
    harness.main()
