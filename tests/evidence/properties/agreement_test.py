#!/usr/bin/env python3
"""What two ways through the program must agree on: formats, orders of rows and columns, neighbours in size, check and quote.

usage: agreement_test.py PROGRAM [unittest arguments]      (PTF_FEES_SEED=N chooses another seed)
"""

import csv
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "batch"))
import harness
import organizations
from harness import ADDED, SOURCE, BatchTest, Done

SEED = int(os.environ.get("PTF_FEES_SEED", "20241008"))
EXIT = {"quoted": 0, "ineligible": 1, "unstated": 4, "unpublished": 4, "needs_employees": 2}


class PropertyTest(BatchTest):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(f"{SEED} {self.id()}")

    def ask(self, *arguments):
        return Done(subprocess.run([harness.PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, cwd=self.folder,
                                   timeout=60, check=False))

    def organizations(self, edition, count):
        return list(organizations.organizations(count, f"{SEED} {self.id()} {edition}", organizations.EDITIONS[edition]))

    def priced(self, edition, rows, output="csv"):
        """What batch says of `rows`, as a list of dicts; None and "" are the same."""
        table = "tier,employees,org_type,lf_member\n" + "".join(",".join(row) + "\n" for row in rows)
        done = self.batch("--schedule", edition, "--format", output, stdin=table)
        self.assertIn(done.code, (0, 1), done.err)
        if output == "csv":
            return done.rows()
        return [{key: value or "" for key, value in json.loads(line).items()} for line in done.out.splitlines()]


class Faces(PropertyTest):
    """quote = batch = JSON = CSV."""

    def options(self, row):
        tier, employees, kind, member = row
        return ["--tier", tier, "--org-type", kind, f"--lf-member={member}"] + (["--employees", employees] if employees else [])

    def test_quote_in_csv_and_json_and_text_says_what_batch_says_in_csv_and_json_lines(self):
        quoted = 0
        for edition in organizations.EDITIONS:
            rows = self.organizations(edition, 60)
            answers = self.priced(edition, rows)
            self.assertEqual(self.priced(edition, rows, "jsonl"), answers)
            for row, answer in zip(rows, answers, strict=True):
                with self.subTest(edition=edition, row=row):
                    self.compare(edition, row, answer)
                    quoted += answer["status"] == "quoted"
        self.assertGreater(quoted, 100)

    def compare(self, edition, row, answer):
        table = self.ask("quote", "--schedule", edition, "--format", "csv", *self.options(row))
        self.assertEqual(table.code, EXIT[answer["status"]], table.err)
        [line] = table.rows()
        self.assertEqual({name: line[name] for name in ADDED}, {name: answer[name] for name in ADDED})
        self.compare_json(answer, self.ask("quote", "--schedule", edition, "--format", "json", *self.options(row)))
        text = self.ask("quote", "--schedule", edition, *self.options(row))
        self.assertEqual(text.code, table.code)
        if answer["status"] == "quoted":
            units = int(answer["total_fee"].removesuffix(".00"))
            self.assertIn(f"${units:,}" if units else "free", text.out.decode().lower())

    def compare_json(self, answer, done):
        self.assertEqual(done.code, EXIT[answer["status"]])
        reply = json.loads(done.out)
        [quote] = reply["quotes"]
        self.assertEqual((quote["status"], quote["total"] or "", quote["reason"] or ""), (answer["status"], answer["total_fee"], answer["error"]))
        self.assertEqual((quote["currency"], reply["schedule"]["id"]), (answer["currency"], answer["schedule"]))
        if quote["status"] == "quoted":
            cents = [int(line["amount"].replace(".", "")) for line in quote["lines"]]
            self.assertEqual(sum(cents), int(answer["total_fee"].replace(".", "")))
            self.assertEqual(cents[0], int(answer["membership_fee"].replace(".", "")))


class Orders(PropertyTest):
    """Permuted columns or rows permute the output, and change nothing else."""

    def table(self):
        header = ["org", "tier", "employees", "org_type", "lf_member", "note"]
        rows = []
        for number, row in enumerate(self.organizations("ptf-2025-04", 400)):
            row = [*row]
            if self.chance.random() < 0.1:
                row[self.chance.randrange(4)] = self.chance.choice(["", "x", "1,200", '"', "0"])
            rows.append([f"org {number}", *row, self.chance.choice(["", "a,b", 'said "no"', "two\nlines", "=1+1"])])
        return header, rows

    def answers(self, header, rows):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([header, *rows])
        done = self.batch(stdin=text.getvalue())
        self.assertEqual(done.code, 1, done.err)
        head, *body = csv.reader(io.StringIO(done.out.decode(), newline=""))
        self.assertEqual(head, header + ADDED)
        return [(row[:len(header)], row[len(header):]) for row in body], done.err.splitlines()[-1]

    def test_columns(self):
        header, rows = self.table()
        expected, counts = self.answers(header, rows)
        for _ in range(10):
            order = self.chance.sample(range(len(header)), len(header))
            permuted = [[row[i] for i in order] for row in rows]
            answers, said = self.answers([header[i] for i in order], permuted)
            self.assertEqual(said, counts)
            self.assertEqual(answers, [([row[i] for i in order], added) for row, added in expected])

    def test_rows(self):
        header, rows = self.table()
        expected, counts = self.answers(header, rows)
        for _ in range(10):
            order = self.chance.sample(range(len(rows)), len(rows))
            answers, said = self.answers(header, [rows[i] for i in order])
            self.assertEqual(said, counts)
            self.assertEqual(answers, [expected[i] for i in order])


class Sizes(PropertyTest):
    def test_a_fee_never_falls_within_a_tier_as_employees_grow(self):
        compared = 0
        for edition, tiers in organizations.EDITIONS.items():
            figures = sorted({int(row[1]) for row in self.organizations(edition, 400) if row[1]} | {1})
            for tier in tiers:
                for kind in organizations.TYPES:
                    for member in ("yes", "no"):
                        answers = self.priced(edition, [(tier, str(figure), kind, member) for figure in figures])
                        self.assertEqual(len({answer["status"] for answer in answers}), 1)
                        for name in ("membership_fee", "prerequisite_fee", "total_fee"):
                            fees = [int(answer[name].replace(".", "")) for answer in answers if answer[name]]
                            self.assertEqual(fees, sorted(fees), (edition, tier, kind, member, name))
                            compared += len(fees)
        self.assertGreater(compared, 10_000)

    def test_the_merged_table_covers_every_headcount_once_and_batch_agrees_at_both_ends(self):
        for edition in organizations.EDITIONS:
            for member in ("yes", "no"):
                done = self.ask("schedule", "show", edition, "--format", "csv", f"--lf-member={member}")
                self.assertEqual(done.code, 0, done.err)
                next_from = {}
                for row in done.rows():
                    tier = row["tier"]
                    self.assertEqual(int(row["from"]), next_from.get(tier, 1))
                    last = int(row["to"] or organizations.LARGEST)
                    next_from[tier] = last + 1
                    ends = self.priced(edition, [(tier, figure, kind, member) for figure in (row["from"], str(last)) for kind in ("academic", "nonprofit")])
                    for answer in (one for one in ends if one["status"] == "quoted"):
                        for name in ("membership_fee", "prerequisite_fee", "total_fee", "currency"):
                            self.assertEqual(answer[name], row[name], (edition, tier, row))
                self.assertEqual(set(next_from.values()) - {organizations.LARGEST + 1}, set())


class Schedules(PropertyTest):
    """`schedule check` accepts exactly what `quote --schedule` accepts; a quote lists what it refuses, and else counts the warnings."""

    def findings(self, text):
        return sorted(line for line in text.splitlines() if ": error: " in line or ": warning: " in line)

    def accepted(self, file):
        check = self.ask("schedule", "check", file)
        quote = self.ask("quote", "--schedule", f"./{file}", "--employees", "700", "--revenue", "5")
        self.assertIn(check.code, (0, 1), check.err)
        self.assertEqual(check.code == 1, quote.code == 3, f"{check.out} {quote.err}")
        self.assertIn(quote.code, (0, 1, 2, 3, 4))
        found = self.findings(check.out.decode("utf-8", "backslashreplace"))
        listed = [line.removeprefix("./") for line in self.findings(quote.err)]
        if check.code == 1:
            self.assertEqual(listed, found)
            return False
        self.assertEqual(listed, [])
        warnings = [line for line in found if ": file-name-differs: " not in line]
        counted = re.findall(r"^(\d+) warnings? in \./terms\.toml: see 'ptf-fees schedule check", quote.err, re.M)
        self.assertEqual(counted, [str(len(warnings))] if warnings else [])
        return True

    def test_the_bad_ones_and_the_shipped_ones(self):
        counts = {True: 0, False: 0}
        for path in [*self.bad_schedules().glob("*.toml"), *(SOURCE / "data").glob("*.toml")]:
            with self.subTest(path=path.name):
                self.put("terms.toml", path.read_bytes())
                accepted = self.accepted("terms.toml")
                counts[accepted] += 1
                self.assertEqual(accepted, path.parent.name == "data" or path.name.startswith("warn-"))
        self.assertGreater(counts[True], 5)
        self.assertGreater(counts[False], 50)

    def changed(self, text):
        """`text` with one small change of the kind that a hand makes."""
        lines = text.splitlines()
        at = self.chance.randrange(len(lines))
        line = lines[at]
        place = self.chance.randrange(len(line) + 1)
        match self.chance.randrange(7):
            case 0:
                lines.pop(at)
            case 1:
                lines.insert(self.chance.randrange(len(lines)), line)
            case 2:
                lines[at] = line[:place] + line[place + 1:]
            case 3:
                lines[at] = line[:place] + self.chance.choice("0123456789_\"',=[]{}.x- é\t") + line[place:]
            case 4:
                lines[at] = "".join(str(self.chance.randrange(10)) if c.isdigit() and self.chance.random() < 0.3 else c for c in line)
            case 5:
                lines[at] = line.replace("yes", self.chance.choice(["no", "unstated", "maybe"]), 1)
            case _:
                other = self.chance.randrange(len(lines))
                lines[at], lines[other] = lines[other], lines[at]
        return "\n".join(lines) + "\n"

    def test_changed_editions(self):
        counts = {True: 0, False: 0}
        editions = [path.read_text(encoding="utf-8") for path in sorted((SOURCE / "data").glob("*.toml"))]
        for number in range(250):
            text = self.chance.choice(editions)
            for _ in range(self.chance.randint(1, 3)):
                text = self.changed(text)
            with self.subTest(number=number):
                self.put("terms.toml", text)
                counts[self.accepted("terms.toml")] += 1
        self.assertGreater(counts[True], 20, counts)
        self.assertGreater(counts[False], 20, counts)


if __name__ == "__main__":
    print(f"seed {SEED}", file=sys.stderr)
    harness.main()
