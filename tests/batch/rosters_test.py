"""Rosters as they come: what is not an organisation costs nothing, nothing vanishes, and no guess goes unsaid."""

import json

import harness
from harness import SOURCE, BatchTest

FLAT = ["--catalogue", SOURCE / "tests" / "made_up", "--schedule", "harbour", "--tier", "buoy"] # 2500.50 and 750.00 for anyone
BLANK = "the row is blank: remove the line, or fill it in"
TOTAL = "the row looks like a total; give the row a tier to have it quoted"
HEADER_AGAIN = "the row repeats the header: remove it"


class NoOrganisation(BatchTest):
    """With --tier a row needs nothing of its own to be quoted: it must be an organisation."""

    def answers(self, text, *arguments):
        done = self.batch(*(arguments or FLAT), stdin=text)
        return [(row["status"], row["error"]) for row in done.rows()], done

    def check(self, header, rows):
        """Each row between two organisations, in one run and alone."""
        middle = [f"Acme{header.count(',') * ',x'}", *rows, f"Globex{header.count(',') * ',x'}"]
        answers, done = self.answers(f"{header}\n" + "\n".join(middle) + "\n")
        self.assertEqual(answers, [("quoted", ""), *[("quoted", "") if why is None else ("invalid", why) for why in rows.values()], ("quoted", "")],
                         done.err)

    def test_a_record_without_a_filled_cell_is_a_blank_line(self):
        self.check("org,city", dict.fromkeys(["", ",", " , ", '"",""', '\u00a0,"\u202f"', "\u200b,\ufeff", ",,,,", '" "'], BLANK))
        self.check("org", dict.fromkeys(["", " ", '""', "\u00a0"], BLANK))
        self.check("org,city", {".,": None, "0,": None, '"""",': None, "NA,": None})

    def test_blank_lines_at_the_end_are_none_and_between_rows_have_the_width_of_the_header(self):
        done = self.batch(*FLAT, "--rejects", "r.csv", stdin='org,city\nA,x\n,\n"",""\n,,,\nB,y\n,\n\n"",\n \n')
        self.assertEqual([line.split(b",")[:3] for line in done.out.splitlines()[1:]],
                         [[b"A", b"x", b"quoted"], *[[b"", b"", b"invalid"]] * 3, [b"B", b"y", b"quoted"]])
        self.assertEqual([line.split(",")[:4] for line in (self.folder / "r.csv").read_text().splitlines()[1:]],
                         [["", "", str(line), "invalid"] for line in (3, 4, 5)])

    def test_very_many_of_them_are_a_count_and_rows_all_the_same(self):
        limit = harness.address_limit(262144)
        for line in (",", '"",""', " , "):
            done = self.shell('(echo org,city; echo A,x; yes \'%s\' | head -n 900000; [ -z "$END" ] && echo B,y) | (ulimit -v %s; "$P" batch %s)'
                              % (line, limit, " ".join(map(str, FLAT))))
            self.assertEqual(done.err.splitlines()[-1].split(";")[0], "900,002 rows: 2 quoted, 900,000 invalid")
        done = self.shell('(echo org,city; echo A,x; yes , | head -n 900000) | "$P" batch ' + " ".join(map(str, FLAT)))
        self.assertEqual(done.err.splitlines()[-1].split(";")[0], "1 row: 1 quoted")

    def test_a_total_is_no_organisation(self):
        words = ["Total", "TOTALS", "Subtotal", "sub-total", "Grand Total", "Sum", "average", "Count", "Summe", "Gesamtsumme", "Zwischensumme",
                 "Durchschnitt", "Total général", "TOTAL GÉNÉRAL", "Sous-total", "Moyenne", "Suma", "Promedio", "Total:", "Total :", " Total ",
                 '"Grand Total"', "Total\u00a0:", "Total: 3", "Total 1,200"]
        self.check("org", dict.fromkeys([f'"{word}"' if "," in word else word for word in words], TOTAL))
        self.check("org,members,fee", {"Total,12,": TOTAL, ',12,"Total"': TOTAL, 'Total,12,"1,234.50"': TOTAL, "Total,,": TOTAL,
                                       "Total Energies,12,": None, "Total,12,x": None, "Summit,,": None, "Counter,1,2": None, "Tot,1,": None,
                                       "Total,12,-": None, "Average Joe,1,1": None})

    def test_a_total_with_a_tier_of_its_own_is_one(self):
        done = self.batch("--catalogue", SOURCE / "tests" / "made_up", "--schedule", "harbour", "--tier", "buoy",
                          stdin="org,tier\nTotal,buoy\nTotal,\n")
        self.assertEqual([row["status"] for row in done.rows()], ["quoted", "invalid"])

    def test_a_figure_that_stands_for_no_value_makes_a_total_no_organisation(self):
        answers, _ = self.answers("org,employees,lf_member\nTotal,N/A,\nTotal,12,-\nTotal,12,no\nAcme,12,no\n")
        self.assertEqual([status for status, _ in answers], ["invalid", "invalid", "quoted", "quoted"])

    def test_a_header_that_comes_again_is_called_that(self):
        self.check("org,city", {"org,city": HEADER_AGAIN, '"org",city': HEADER_AGAIN, "\ufefforg,city": HEADER_AGAIN, "org,town": None})
        answers, _ = self.answers("org,tier,employees\nA,general,5\norg,tier,employees\nB,general,5\n", "--jobs", "1")
        self.assertEqual(answers[1], ("invalid", HEADER_AGAIN))

    def test_lines_of_json_are_treated_alike(self):
        lines = ['{"org":"Acme"}', '{"org":"Total","n":12}', '{"org":"Total","city":"x"}', "{}", '{"org":null,"city":" "}', '{"org":"T\\u006ftal"}']
        done = self.batch(*FLAT, "--input-format", "jsonl", stdin="\n".join(lines) + "\n")
        self.assertEqual([json.loads(line)["status"] for line in done.out.splitlines()],
                         ["quoted", "invalid", "quoted", "invalid", "invalid", "invalid"])


class Reading(BatchTest):
    """What is read as what is said in one line before the first row, with what comes near and the --map for it."""

    def read(self, header, *arguments, row=None):
        done = self.batch(*arguments, stdin=f"{header}\n" + (row or "x," * header.count(",") + "x") + "\n")
        return [line for line in done.err.splitlines() if line.startswith(("read: ", '"', "the first line"))]

    def test_it_is_said_where_each_value_comes_from(self):
        self.assertEqual(self.read("org,Head Count", "--tier", "general", "--map", "employees=Head Count"),
                         ['read: tier from --tier, employees from "Head Count", org_type company (assumed), lf_member no (assumed)'])
        self.assertEqual(self.read("org,tier,employees", "--org-type", "academic", "--lf-member"),
                         ['read: tier from "tier", employees from "employees", org_type academic from --org-type, lf_member yes from --lf-member'])
        self.assertEqual(self.read("org,tier,employees", "--org-type", "company", "--lf-member", "no"),
                         ['read: tier from "tier", employees from "employees", org_type company from --org-type, lf_member no from --lf-member'])
        self.assertEqual(self.read("org,tier", "--lf-member"),
                         ['read: tier from "tier", employees unknown, org_type company (assumed), lf_member yes from --lf-member'])
        harbour = ["--catalogue", SOURCE / "tests" / "made_up", "--schedule", "harbour"]
        self.assertEqual(self.read("tier,employees,Turnover,org_type,lf_member", *harbour, "--map", "revenue=turnover"),
                         ['read: tier from "tier", employees from "employees", revenue from "Turnover", org_type from "org_type", lf_member from "lf_member"'])

    def test_of_a_roster_with_a_column_for_all_nothing_is_said(self):
        self.assertEqual(self.read(harness.HEADER), [])
        self.assertEqual(self.read("Tier,EMPLOYEES,Org-Type,LF\u00a0Member,revenue"), [])

    def test_a_column_that_comes_near_is_named_with_the_map_to_paste(self):
        for header, used in [("LF Member?", "lf_member"), ("LFMember", "lf_member"), ("lfMember", "lf_member"), ("LF_Member__c", "lf_member"),
                             ("Linux Foundation Member", "lf_member"), ("OrgType", "org_type"), ("Organization Type", "org_type"),
                             ("Org.Type", "org_type"), ("nonprofit", "org_type"), ("Mitarbeiter", "employees"), ("Head-Count", "employees")]:
            columns = [name for name in harness.HEADER.split(",") if name != used]
            [line] = self.read(",".join(columns + [header]))
            option = line.split(": ")[-1]
            self.assertIn(f'; "{header}" comes near {used}: --map ', line)
            done = self.shell(f'printf "%s\\n" "{",".join(columns + [header])}" | "$P" batch {option}')
            self.assertEqual((done.code, f'{used} from "{header}"' in done.err, "near" in done.err), (0, True, False), done.err)
        self.assertNotIn("near", "".join(self.read(harness.HEADER + ",LFMember,OrgType,revenue?"))) # all have columns, or are not read

    def test_the_command_is_ready_whatever_the_column_is_called(self):
        for header in ("Employees (FTE)", "Company  size", "Number\nof employees", "staff'", 'Head "count"', "size=", "$size", "  fte  "):
            self.put("in.csv", '"org","tier","' + header.replace('"', '""') + '"\nA,general,5000\n')
            [line] = [line for line in self.batch("in.csv").err.splitlines() if line.startswith("read: ")]
            done = self.shell('"$P" batch in.csv ' + line[line.index("--map"):])
            self.assertEqual([row["total_fee"] for row in done.rows()], ["70000.00"], done.err)

    def test_of_lines_of_json_the_first_record_tells(self):
        done = self.batch("--input-format", "jsonl", "-q", stdin='{"tier":"premier","nonprofit":true,"LFMember":true}\n')
        self.assertEqual(done.err.splitlines()[0], '"nonprofit" comes near org_type: --map org_type=nonprofit; "LFMember" comes near lf_member: '
                                                   '--map lf_member=LFMember')

    def test_a_first_line_that_may_be_a_row_is_said(self):
        self.assertEqual(self.read("Acme Corp,Berlin", "-q", "--tier", "premier", "--lf-member"),
                         ["the first line was taken as the header: 'Acme Corp,Berlin'"])
        self.assertEqual(self.read("Acme Corp,2024", "-q", "--tier", "premier", "--lf-member"),
                         ["the first line was taken as the header: 'Acme Corp,2024'"])
        self.assertEqual(self.read("Acme Corp,Type", "-q", "--tier", "premier", "--lf-member"), ['"Type" comes near org_type: --map org_type=Type'])

    def test_a_first_line_that_is_one_is_refused(self):
        for line in ("Walmart,2100000", "Walmart,500,x", '"Walmart","2,100,000"', "Walmart,1899", "Walmart,2100", "Walmart, 12.5", "1"):
            for tier in ([], ["--tier", "premier"]):
                self.refused(self.batch(*tier, stdin=f"{line}\nAmazon,5\n"), 2, "looks like a row")
        for column in ("500", "1,200"):
            self.refused(self.batch("--tier", "general", "--map", f"employees={column}", stdin=f'Walmart,"{column}"\nAmazon,5\n'), 2, "looks like a")
        self.assertEqual(self.batch("--tier", "general", "--map", "employees=2024", stdin="org,2024\nAmazon,5\n").rows()[0]["total_fee"], "30000.00")
        self.assertEqual(self.batch(stdin="1,tier,employees\nAmazon,general,5\n").code, 0) # it has names that are used


class Columns(BatchTest):
    def test_what_no_fee_reads_may_hold_anything(self):
        done = self.batch(stdin="tier,employees,revenue,Revenue\ngeneral,5,9823.5,$500M\ngeneral,5,,x\n")
        self.assertEqual([row["total_fee"] for row in done.rows()], ["30000.00", "30000.00"])
        lines = self.batch("--input-format", "jsonl", stdin='{"tier":"general","employees":5,"revenue":[1]}\n')
        self.assertEqual(json.loads(lines.out)["status"], "quoted")

    def test_a_member_list_without_headcounts_is_quoted_where_none_is_needed(self):
        for tier in ([], ["--tier", "general"]):
            done = self.batch(*tier, "--org-type", "academic", stdin="name,tier\nA,general\nB,associate\n")
            self.assertEqual([row["status"] for row in done.rows()], ["needs_employees", "quoted"])
        self.assertEqual(self.batch("--tier", "premier", stdin="name\nA\n").rows()[0]["status"], "needs_employees") # only what it requires is banded
        self.refused(self.batch("--tier", "general", stdin="name\nA\n"), 2, "no column 'employees'", "--map employees=COLUMN")

    def test_all_that_is_missing_is_one_message_with_the_options_to_paste(self):
        self.put("in.csv", "org,Level,Employees (FTE)\nA,general,5\n")
        done = self.batch("in.csv")
        self.refused(done, 2, "no column 'tier' and no column 'employees'", "--map tier=Level --map 'employees=Employees (FTE)', or give --tier")
        options = done.err[done.err.index("--map"):done.err.index(", or give")]
        self.assertEqual(self.shell(f'"$P" batch in.csv {options}').rows()[0]["total_fee"], "30000.00")

    def test_other_separators_are_named(self):
        for header, form, words in [("org;tier;employees", "tsv", "semicolons"), ("org,tier,employees", "tsv", "commas"), ("org\ttier\temployees", "csv", "tabs")]:
            done = self.batch("--input-format", form, stdin=header + "\nA\n")
            self.refused(done, 2, words, "give --input-format " + {"tsv": "csv", "csv": "tsv"}[form])


class NoValue(BatchTest):
    WORDS = ["NA", "n/a", "NULL", "nan", "None", "\\N", "#N/A", "TBD", "Unknown", "-", "?"]

    def test_they_are_empty_cells_and_counted(self):
        rows = "".join(f"premier,{word},{word},{word}\n" for word in self.WORDS)
        done = self.batch("--lf-member", stdin=f"tier,employees,org_type,lf_member\n{rows}")
        self.assertEqual([(row["status"], row["total_fee"]) for row in done.rows()], [("quoted", "150000.00")] * len(self.WORDS))
        self.assertIn("33 cells such as NA or - read as no value\n", done.err)
        done = self.batch(stdin="tier,employees\ngeneral,NA\ngeneral,5\n")
        self.assertEqual([row["status"] for row in done.rows()], ["needs_employees", "quoted"])
        self.assertIn("1 cell such as NA or - read as no value\n", done.err)

    def test_they_are_no_tier_and_mean_nothing_elsewhere(self):
        done = self.batch("--tier", "premier", "--lf-member", stdin="org,tier\n" + "".join(f"{word},{word}\nNA,premier\n" for word in self.WORDS))
        self.assertEqual([row["status"] for row in done.rows()], ["invalid", "quoted"] * len(self.WORDS))
        self.assertNotIn("no value", done.err)

    def test_blanks_that_are_not_seen_are_an_empty_cell(self):
        for blank in (" ", "\u00a0", "\u202f", "\t", "\u200b"):
            done = self.batch("--tier", "premier", "--lf-member", stdin=f'org,tier,employees,org_type\nA,"{blank}","{blank}","{blank}"\n')
            self.assertEqual(done.rows()[0]["status"], "quoted", repr(blank))

    def test_y_and_n_are_yes_and_no(self):
        done = self.batch(stdin="tier,employees,lf_member\n" + "".join(f"general,5,{word}\n" for word in "YyNn"))
        self.assertEqual([row["total_fee"] for row in done.rows()], ["25000.00", "25000.00", "30000.00", "30000.00"])


class Reasons(BatchTest):
    def test_a_mistake_of_a_whole_column_is_said_once(self):
        rows = "".join(f'A{i},Platinum,5\nB{i},general,"{i + 1},200"\n' for i in range(25))
        done = self.batch("-q", stdin=f"org,tier,employees\n{rows}C,general,~4\n")
        self.assertEqual(done.err.splitlines()[:-1],
                         ["standard input:2: record 1, the first of 25 rows: tier 'Platinum' is in ptf-2026-01: --schedule ptf-2026-01",
                          "standard input:3: record 2, the first of 25 rows: employees '1,200' has thousands separators: write 1200",
                          "standard input:52: record 51: invalid: employees '~4' is not exact: write one whole number in digits"])

    def test_ten_reasons_are_said_and_the_rows_of_others_counted_whatever_the_threads(self):
        words = [chr(97 + i % 26) * (1 + i // 26 % 2) for i in range(60_000)]
        text = "tier,employees\n" + "".join(f"general,{word}\n" for word in words)
        said = [self.batch("--jobs", jobs, stdin=text).err for jobs in ("1", "2", "4")]
        self.assertEqual(said, [said[0]] * 3)
        self.assertEqual(said[0].count(", the first of 1,154 rows: "), 10)
        self.assertIn(f"... and {60_000 - 10 * 1_154:,} rows more that could not be read", said[0])


class EmptyEnds(BatchTest):
    def test_cells_beyond_the_header_that_are_empty_are_dropped_and_counted(self):
        done = self.batch(stdin='org,tier,employees\nA,general,5,\nB,general,5,,"", \u00a0\nC,general,5\nD,general,5,,x\n')
        self.assertEqual([row["status"] for row in done.rows()], ["quoted", "quoted", "quoted", "invalid"])
        self.assertEqual(done.out.splitlines()[1].split(b",")[:4], [b"A", b"general", b"5", b"quoted"])
        self.assertIn("2 rows with empty cells at the end, beyond the header: those were dropped\n", done.err)

    def test_of_a_file_of_rejects_too(self):
        done = self.batch(stdin="org,tier,employees,reject_line,reject_status,reject_error\nA,general,5,,3,invalid,x\n")
        self.assertEqual(done.rows()[0]["status"], "quoted")


class Sums(BatchTest):
    ROSTER = "org,tier,employees,org_type\nA,silver,5,company\nB,silver,5,company\n"

    def summary(self, text, *arguments):
        done = self.batch(*arguments, "--summary", "s.json", stdin=text)
        return json.loads((self.folder / "s.json").read_text()), done.err.splitlines()[-1]

    def test_what_is_not_known_is_null_and_called_so(self):
        nothing = {"rows": 0, "quoted": 0, "membership_fee": None, "prerequisite_fee": None, "total_fee": None}
        summary, line = self.summary(self.ROSTER, "--schedule", "ptf-2026-01")
        self.assertIsNone(summary["total_fee"])
        self.assertEqual(summary["by_tier"]["silver"], {**nothing, "rows": 2})
        self.assertEqual(line, "2 rows: 2 unpublished; no total (ptf-2026-01)")
        summary, line = self.summary("tier,employees,org_type\nassociate,5,company\nassociate,5,academic\npremier,x,company\nnone,5,\n")
        self.assertEqual(summary["by_tier"]["associate"],
                         {"rows": 2, "quoted": 1, "membership_fee": "0.00", "prerequisite_fee": "0.00", "total_fee": "0.00"})
        self.assertEqual(summary["by_tier"]["premier"], {**nothing, "rows": 1}) # of an invalid row the tier is known
        self.assertEqual((summary["total_fee"], summary["by_status"]["invalid"]), ("0.00", 2))
        self.assertTrue(line.startswith("4 rows: 1 quoted, 1 ineligible, 2 invalid; total of the 1 quoted 0.00 USD"), line)

    def test_a_headcount_out_of_range_counts_under_its_tier(self):
        summary, _ = self.summary("tier,employees\nhull,9\nhull,10\n", "--catalogue", SOURCE / "tests" / "made_up", "--schedule", "tide-2020-01")
        self.assertEqual((summary["by_tier"]["hull"]["rows"], summary["by_tier"]["hull"]["quoted"]), (2, 1))

    def test_a_sum_has_separators_for_people(self):
        _, line = self.summary("tier,employees\n" + "premier,5000\n" * 8)
        self.assertTrue(line.startswith("8 rows: 8 quoted; total 1,360,000.00 USD ("), line)


if __name__ == "__main__":
    harness.main()
