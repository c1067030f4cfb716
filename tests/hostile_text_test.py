#!/usr/bin/env python3
"""Nothing that a user, a roster or a file name holds drives the terminal: text that tries to is fed through every option,
argument, file name, header, cell, key and tier, and looked for in all that the program says.

usage: hostile_text_test.py PROGRAM [unittest arguments]
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = None
PATIENCE = float(os.environ.get("PTF_FEES_PATIENCE", 1))
COMMANDS = ["quote", "benefits", "eligibility", "batch", "members", "schedule list", "schedule show", "schedule check", "schedule diff"]

# A title, a bell, C1 as UTF-8, an override of direction, a mark of direction, a byte that is not UTF-8, DEL, a carriage return.
RAW = b"\x1b]0;owned\x07\x1b[2J\xc2\x9b31m\xe2\x80\xae\xe2\x80\x8f\xff\x7f\r"
FORGED = b"\nerror: forged\n"
TEXTS = [b"general" + RAW, RAW, b"./" + RAW + b".toml", b"a" + FORGED + RAW + b"=b", b"employees=" + RAW, b"1" + RAW, RAW + b".jsonl"]
DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def faults_of(said):
    """What in `said` must not reach a terminal."""
    try:
        text = said.decode("utf-8")
    except UnicodeDecodeError as error:
        return [str(error)]
    return sorted({repr(found) for found in DRIVES.findall(text)}) + (["a forged line"] if "\nerror: forged" in text else [])


class HostileText(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="ptf-fees-")
        self.addCleanup(scratch.cleanup)
        self.folder = os.fsencode(scratch.name)

    def put(self, name, content):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(content)
        return name

    def run_program(self, *words, stdin=b""):
        return subprocess.run([PROGRAM, *words], input=stdin, capture_output=True, cwd=self.folder, timeout=60 * PATIENCE)

    def check(self, *words, stdin=b""):
        """Runs the program and looks at all that it says."""
        done = self.run_program(*words, stdin=stdin)
        data = words[0] == "batch" and done.returncode < 2 # the columns of the input and names that the user gives: bytes as they are
        self.assertEqual(faults_of(b"" if data else done.stdout) + faults_of(done.stderr), [], (words, done.stdout[-500:], done.stderr[-500:]))
        self.assertGreaterEqual(done.returncode, 0, words)
        return done

    def options_of(self, command):
        said = self.run_program(*command.split(), "--help").stdout.decode()
        return re.findall(r"^  (?:-\w, )?(--[a-z-]+)", said, re.MULTILINE)

    def test_in_every_option_of_every_command(self):
        tried = set()
        for command in COMMANDS:
            words = command.split()
            known = self.options_of(command)
            if not known:
                continue # this build has no such command
            for option in known:
                if option in ("--help", "--output", "--rejects", "--summary"):
                    continue
                tried.add(option)
                for i, text in enumerate(TEXTS):
                    form = [option, text] if i % 2 == 0 else [option.encode() + b"=" + text]
                    self.check(*words, *form, stdin=b"tier,employees\ngeneral,5\n")
        self.assertGreaterEqual(tried, {"--tier", "--employees", "--revenue", "--org-type", "--lf-member", "--member-of", "--schedule", "--as-of", "--catalogue",
                                        "--format", "--color", "--need", "--map", "--prefix", "--jobs", "--input-format"})

    def test_in_errors_that_are_json(self):
        for text in TEXTS:
            for words in (["--tier", text], ["--employees", text], ["--org-type", text], ["--member-of", text], ["--schedule", text], ["--as-of", text],
                          ["--need", text], ["--catalogue", text], ["--x", text], [b"--" + text], [b"-o", b"missing/" + text]):
                done = self.check("quote", "--format", "json", *words)
                if done.returncode >= 2:
                    self.assertTrue(json.loads(done.stdout)["error"]["message"])

    def test_in_commands_arguments_and_options_that_are_not_known(self):
        for text in TEXTS:
            for words in ([text], ["schedule", text], ["--x", text], [b"--" + text], [b"-" + text], ["quote", text], ["quote", b"--" + text],
                          ["quote", b"--tier" + text], ["quote", b"--employees 5" + text], ["batch", "a", text], ["schedule", "show", text], ["quote", "--explain=", text],
                          ["schedule", "diff", text, text], ["schedule", "check", text], ["quote", "--tier", "general", "--tier", text], ["help", text], [text, "quote"]):
                self.check(*words)

    def test_in_the_names_of_files_that_cannot_be_opened(self):
        for text in (RAW, FORGED + RAW):
            for words in (["batch", text], ["batch", "-o", b"missing/" + text], ["batch", "--rejects", b"missing/" + text], ["batch", "--summary", b"missing/" + text],
                          ["batch", "-o", text + b".xls"], ["quote", "-o", b"missing/" + text], ["quote", "--catalogue", text],
                          ["quote", "--schedule", b"./" + text], ["schedule", "check", text], ["schedule", "show", b"./" + text]):
                done = self.check(*words, stdin=b"tier,employees\ngeneral,5\n")
                self.assertNotEqual(done.returncode, 0, words)

    def test_in_the_names_of_schedules_that_are_read(self):
        for kind, text in (("good", "ptf-2024-06"), ("bad", None)):
            folder = os.path.join(self.folder, kind.encode() + RAW)
            os.mkdir(folder)
            content = (SOURCE / "data" / "ptf-2024-06.toml").read_bytes()
            name = os.path.relpath(os.path.join(folder, FORGED + RAW + b".toml"), self.folder)
            self.put(name, content if text else content + b'\n[[tier' + RAW + b']]\nid = "' + RAW + b'"\n')
            shutil.copy(SOURCE / "data" / "lf-2014-01.toml", os.fsdecode(folder))
            for form in ("text", "json", "csv", "markdown", "html"):
                for words in (["schedule", "check"], ["schedule", "show"], ["quote", "--tier", "general", "--employees", "5", "--schedule"]):
                    self.check(*words, b"./" + name, "--format", form)
                self.check("quote", "--catalogue", os.path.relpath(folder, self.folder), "--format", form)
            self.check("batch", "--schedule", b"./" + name, "--tier", "general", stdin=b"employees\n5\n")

    def added(self, done):
        """The columns that we add, of every row, and the rest of what the run says."""
        table = list(csv.reader(io.StringIO(done.stdout.decode("utf-8", "surrogateescape"), newline="")))
        return [field for row in table[1:] for field in row[-8:]]

    def batch(self, *words, stdin):
        done = self.run_program("batch", *words, stdin=stdin)
        self.assertEqual(faults_of(done.stderr), [], (words, stdin, done.stderr))
        if done.returncode < 2:
            for field in self.added(done):
                self.assertEqual(faults_of(field.encode("utf-8", "surrogateescape")), [], (words, stdin, field))
        return done

    def test_in_headers(self):
        def quoted(name):
            return b'"' + name.replace(b'"', b'""') + b'"'
        for raw in (RAW.replace(b"\r", b""), FORGED + RAW):
            for header, mapped in ((b"Headcount" + raw, b"Headcount"), (b"Head" + raw, b"Head" + raw), (raw, raw), (b"employees" + raw, b"employee")):
                for cell in (b"5", b"x", raw):
                    row = b",".join([b"general", quoted(cell), b"yes"])
                    for words in ([], ["--map", b"employees=" + mapped], ["--map", b"tier=" + mapped], ["--tier", "general", "--map", b"lf_member=" + mapped],
                                  ["--map", b"org_type=" + mapped], ["--map", b"revenue=" + mapped], ["--format", "jsonl"]):
                        self.batch(*words, stdin=b"tier," + quoted(header) + b",x\n" + row + b"\n")
                self.batch("--tier", "general", stdin=quoted(header) + b"\n5\n")
                self.batch(stdin=b"tier,employees," + quoted(header) + b"," + quoted(header) + b"\ngeneral,5,,\n")
                self.batch("--map", b"employees=" + header, "--map", b"employees=" + header, stdin=quoted(header) + b"\n5\n")

    def test_a_mapped_column_is_named_in_the_error_of_a_row(self):
        done = self.batch("--map", b"employees=n" + RAW, "--tier", "general", stdin=b'"n' + RAW + b'"\nx\n')
        self.assertIn("\\x1B]0;owned\\x07", self.added(done)[-1])
        self.assertIn(b"\\x1B]0;owned\\x07", done.stderr)

    def test_in_cells(self):
        for column in ("tier", "employees", "revenue", "org_type", "lf_member"):
            header = ["tier", "employees", "revenue", "org_type", "lf_member"]
            for text in (RAW, b"general" + RAW, b"5" + RAW, b"yes" + RAW, FORGED + RAW):
                cells = {"tier": b"general", "employees": b"5", "org_type": b"company", "lf_member": b"no"} | {column: b'"' + text + b'"'}
                self.batch(stdin=",".join(header).encode() + b"\n" + b",".join(cells.get(name, b"") for name in header) + b"\n")
                cells = {name: cell.strip(b'"') for name, cell in cells.items()}
                line = json.dumps({name: cell.decode("latin-1") for name, cell in cells.items()}, ensure_ascii=False)
                self.batch("--input-format", "jsonl", "--format", "csv", stdin=line.encode() + b"\n")
                self.batch("--input-format", "jsonl", "--format", "csv", stdin=line.encode("latin-1") + b"\n")

    def test_in_keys(self):
        good = b'{"tier":"general","employees":5}\n'
        for text in (RAW.decode("latin-1"), FORGED.decode() + RAW.decode("latin-1")):
            for ascii_only in (True, False):
                for record in ({text: 1}, {"tier": "general", "employees": 5, text: 1}, {text: 1, "tier": "general", "employees": [1]}, {"status" + text: 1, "status": 2},
                               {"tier": "general", text: "x"}, {"tier": "general", text: [1]}):
                    line = json.dumps(record, ensure_ascii=ascii_only).encode()
                    for words in ([], ["--map", b"employees=" + text.encode()], ["--map", b"tier=" + text.encode()]):
                        for first in (b"", good):
                            self.batch("--input-format", "jsonl", "--format", "csv", *words, stdin=first + line + b"\n")
                            done = self.run_program("batch", "--input-format", "jsonl", *words, stdin=first + line + b"\n")
                            self.assertEqual(faults_of(done.stderr), [])

    def test_in_the_name_of_a_roster(self):
        for name in (RAW, FORGED + RAW, RAW + b".csv"):
            self.put(name, b"tier,employees\ngeneral,x\n")
            done = self.run_program("batch", name, "-o", RAW + b"o", "--rejects", RAW + b"r", "--summary", RAW + b"s")
            self.assertEqual((done.returncode, faults_of(done.stderr)), (1, []))
            self.assertEqual(faults_of(self.run_program("batch", name, "-o", name + b".html").stderr), [])
            self.put(name, b"")
            self.assertEqual(faults_of(self.run_program("batch", name).stderr), [])

    def test_in_names_and_cells_that_a_workbook_or_json_cannot_hold(self):
        for words in (["-o", "o.xlsx"], ["--format", "jsonl"]):
            done = self.run_program("batch", *words, stdin=b'tier,employees,"n' + RAW + b'"\ngeneral,5,"' + RAW + b'"\n')
            self.assertEqual(faults_of(done.stderr), [])
            done = self.run_program("batch", *words, stdin=b'tier,employees,n\ngeneral,5,"' + RAW + b'"\n')
            self.assertEqual(faults_of(done.stderr + done.stdout), [])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} PROGRAM [unittest arguments]")
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
