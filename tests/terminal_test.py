#!/usr/bin/env python3
"""What the program does where its output is a terminal: colour, width, alphabet, progress. A terminal of our own
(a pseudo-terminal) plays the part; exit code 77 on a machine that has none.

usage: terminal_test.py PROGRAM [unittest arguments]
"""

import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import tty
import unittest

import pseudo_terminal

PROGRAM = None
QUOTE = ["quote", "--tier", "general", "--employees", "5000"]


class Terminal:
    """A terminal of a given width: `text` is what was written to it."""

    def __init__(self, columns):
        self.ours, self.theirs = pty.openpty()
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.bytes = b""
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        while True:
            try:
                got = os.read(self.ours, 65536)
            except OSError:
                return # the last who wrote has closed it
            if not got:
                return
            self.bytes += got

    def text(self):
        os.close(self.theirs)
        self.reader.join(timeout=60)
        os.close(self.ours)
        return self.bytes.decode().replace("\r\n", "\n")


def environment(TERM="xterm", LANG="en_US.UTF-8", **variables):
    decides = ("LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "TERM", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in decides}
    return {**kept, **{name: value for name, value in {"TERM": TERM, "LANG": LANG, **variables}.items() if value is not None}}


def shown(arguments, columns=80, code=0, **variables):
    """What a terminal of that width shows of a run, standard error too where that is to fail."""
    terminal = Terminal(columns)
    done = subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=terminal.theirs,
                          stderr=terminal.theirs if code else subprocess.DEVNULL, env=environment(**variables), timeout=60, check=False)
    text = terminal.text()
    assert done.returncode == code, (done.returncode, text)
    return text


def piped(arguments, **variables):
    return subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=environment(**variables),
                          timeout=60, check=True).stdout.decode()


class Answers(unittest.TestCase):
    def test_a_terminal_is_coloured_unless_someone_objects(self):
        self.assertIn("\x1b[1m", shown(QUOTE))
        self.assertIn("\x1b[1m", shown(QUOTE, NO_COLOR=""))
        self.assertNotIn("\x1b", shown(QUOTE, NO_COLOR="1"))
        self.assertNotIn("\x1b", shown([*QUOTE, "--color", "never"]))
        self.assertIn("\x1b[1m", shown([*QUOTE, "--color", "always"], NO_COLOR="1"))

    def test_what_goes_to_a_file_is_plain_whatever_the_terminal(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "quote.txt"
            self.assertEqual(shown([*QUOTE, "-o", str(path)]), "")
            self.assertNotIn("\x1b", path.read_text())

    def test_the_locale_decides_what_pictures_are_drawn_with(self):
        strokes = set("─│┘┌└┤┴")
        for variables in ({}, {"LC_ALL": "C.UTF-8", "LANG": "C"}, {"LANG": "en_US.utf8"}):
            self.assertLessEqual(strokes, set(shown(["schedule", "show"], **variables)), variables)

    def test_a_terminal_without_utf8_gets_nothing_outside_ascii(self):
        with tempfile.TemporaryDirectory() as folder:
            text = (pathlib.Path(__file__).parent / "made_up/tide-2020-01.toml").read_text()
            odd = text.replace('name       = "', 'name       = "Œuvre – Müller’s… € ').replace('tide-2020-01', 'odd-1')
            path = pathlib.Path(folder) / "odd.toml"
            path.write_text(odd)
            self.assertNotEqual(text, odd)
            for variables in ({"LC_ALL": "C"}, {"LC_CTYPE": "POSIX"}, {"LC_ALL": "", "LANG": "de_DE.ISO-8859-1"}, {"LANG": None}, {"LANG": ""}):
                for arguments in (["schedule", "show", str(path)], ["benefits"], ["quote", "--employees", "250", "--explain"],
                                  ["schedule", "show", str(path), "--format", "json"], ["--help"]):
                    self.assertTrue(shown(arguments, **variables).isascii(), (arguments, variables))
                self.assertIn("?uvre - Muller's... EUR ", shown(["schedule", "show", str(path)], columns=200, **variables))
                self.assertIn("'z?ro-'", shown(["quote", "--tier", "z\u0161ro\u2013"], code=2, **variables))
                self.assertIn("Œuvre – Müller’s… € ", piped(["schedule", "show", str(path)], COLUMNS="200", **variables))

    def test_in_ascii_nothing_that_ships_becomes_a_question_mark(self):
        editions = [line.split(",")[0] for line in piped(["schedule", "list", "--format", "csv"]).splitlines()[1:]]
        self.assertGreater(len(editions), 20)
        for arguments in [QUOTE, ["benefits"], ["eligibility"], *[["schedule", "show", edition] for edition in editions]]:
            self.assertEqual(shown(arguments, LANG="C").count("?"), piped(arguments).count("?"), arguments)

    def test_a_terminal_that_is_dumb_or_unknown_gets_no_escapes(self):
        for variables in ({"TERM": "dumb"}, {"TERM": ""}, {"TERM": None}):
            self.assertNotIn("\x1b", shown(QUOTE, **variables), variables)
            self.assertIn("\x1b[1m", shown([*QUOTE, "--color", "always"], **variables))

    def test_columns_is_the_width_where_there_is_no_terminal(self):
        widest = {columns: max(len(line) for line in piped([*QUOTE, "--explain"], COLUMNS=columns).splitlines()[1:] if "://" not in line)
                  for columns in ("60", "120", None, "", "x", "-1", "0", "60x")}
        self.assertLessEqual(widest["60"], 60)
        self.assertGreater(widest["120"], 80)
        self.assertEqual({widest[columns] for columns in (None, "", "x", "-1", "0", "60x")}, {widest[None]})
        self.assertLessEqual(widest[None], 80)
        self.assertEqual(shown(QUOTE, columns=80, COLUMNS="60"), shown(QUOTE, columns=80))

    def test_values_of_closed_lists_ignore_case(self):
        self.assertEqual(piped([*QUOTE, "--format", "JSON"]), piped([*QUOTE, "--format", "json"]))
        self.assertEqual(piped([*QUOTE, "--color", "Always"]), piped([*QUOTE, "--color", "always"]))
        self.assertEqual(piped(["completion", "BASH"]), piped(["completion", "bash"]))
        refused = subprocess.run([PROGRAM, *QUOTE, "--tier", "x", "--format", "Json"], capture_output=True, check=False, timeout=60)
        self.assertIn(b'"error"', refused.stdout)

    def test_batch_at_a_terminal_says_what_it_waits_for(self):
        terminal = Terminal(80)
        with subprocess.Popen([PROGRAM, "batch"], stdin=terminal.theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=environment()) as running:
            said = running.stderr.readline().decode()
            while "standard input" not in said and said:
                said = running.stderr.readline().decode()
            self.assertIn("Ctrl-D", said)
            os.write(terminal.ours, b"tier,employees\ngeneral,5000\n\x04")
            out, _ = running.communicate(timeout=60)
        self.assertIn(b"70000.00", out)
        terminal.text()

    def test_no_line_is_wider_than_the_terminal(self):
        for columns in (48, 60, 80, 100):
            for arguments in (QUOTE, ["quote", "--employees", "250"], ["batch", "--help"], ["schedule", "--help"]):
                lines = [line for line in shown(arguments, columns, NO_COLOR="1").splitlines() if "://" not in line]
                self.assertGreater(len(lines), 5)
                self.assertLessEqual(max(map(len, lines)), columns, (columns, arguments))

    def test_help_takes_44_columns_at_least(self):
        lines = shown(["batch", "--help"], 40).splitlines()
        self.assertLessEqual(max(map(len, lines)), 44)
        self.assertEqual(lines, shown(["batch", "--help"], 20).splitlines())

    def test_a_terminal_that_does_not_know_its_width_has_eighty_columns(self):
        lines = shown(["batch", "--help"], 0).splitlines()
        self.assertLessEqual(max(map(len, lines)), 80)
        self.assertEqual(lines, shown(["batch", "--help"], 80).splitlines())


class Workbooks(unittest.TestCase):
    def test_a_terminal_is_no_place_for_a_workbook(self):
        terminal = Terminal(80)
        done = subprocess.run([PROGRAM, "batch", "--format", "xlsx"], input=b"tier,employees\ngeneral,5\n", stdout=terminal.theirs,
                              stderr=subprocess.PIPE, timeout=60, check=False)
        self.assertEqual((terminal.text(), done.returncode), ("", 2))
        self.assertIn(b"name a file with -o", done.stderr)


class Progress(unittest.TestCase):
    """Work of more than a second shows how far it is, and the line is gone at the end."""

    HEADER = b"tier,employees\n"
    ROWS = b"general,500\n" * 20_000

    def started(self, terminal, *arguments, stdin=subprocess.DEVNULL, stdout=None, **variables):
        with open(os.devnull, "wb") as nowhere:
            return subprocess.Popen([PROGRAM, "batch", *arguments, "--jobs", "1"], stdin=stdin, stdout=stdout or nowhere,
                                    stderr=terminal.theirs, env=environment(**variables))

    def said_of_a_slow_pipe(self, *arguments, columns=80, stdout=None, rows=ROWS * 4, by_key=False, **variables):
        """What the terminal shows of rows that take some seconds to arrive; `by_key` as where a pager has it."""
        terminal = Terminal(columns)
        if by_key:
            tty.setcbreak(terminal.theirs)
        with self.started(terminal, *arguments, stdin=subprocess.PIPE, stdout=stdout, **variables) as running:
            drained = threading.Thread(target=running.stdout.read if running.stdout else lambda: None)
            drained.start()
            running.stdin.write(self.HEADER)
            for _ in range(6):
                running.stdin.write(rows)
                running.stdin.flush()
                time.sleep(0.4)
            running.stdin.close()
            drained.join(timeout=60)
            self.assertEqual(running.wait(timeout=60), 0)
        return terminal.text()

    def test_of_a_pipe_the_rows_are_counted(self):
        said = self.said_of_a_slow_pipe()
        self.assertRegex(said, r"\r[0-9,]+ rows\x1b\[K")
        self.assertIn("\r\x1b[K480,000 rows: 480,000 quoted", said)
        self.assertNotIn("%", said)

    def test_it_stays_on_one_line_however_narrow(self):
        for columns in (8, 24, 40):
            said = self.said_of_a_slow_pipe(columns=columns)
            lines = re.findall(r"\r([^\r\x1b]*)\x1b\[K", said)
            self.assertTrue(any(lines), said)
            self.assertLess(max(map(len, lines)), columns)

    def test_nothing_is_drawn_on_what_does_not_move_its_cursor_or_beside_a_pager(self):
        self.assertNotIn("\r", self.said_of_a_slow_pipe(TERM="dumb"))
        self.assertNotIn("\r", self.said_of_a_slow_pipe(TERM=None))
        self.assertRegex(self.said_of_a_slow_pipe(stdout=subprocess.PIPE), r"\r[0-9,]+ rows")
        self.assertNotIn("\x1b", self.said_of_a_slow_pipe(stdout=subprocess.PIPE, by_key=True))

    def test_it_stays_until_the_workbook_is_closed(self):
        if not pathlib.Path(PROGRAM).with_name("ptf_fees_workbook.so").exists():
            self.skipTest("this build writes no workbooks")
        with tempfile.TemporaryDirectory() as folder:
            said = self.said_of_a_slow_pipe("-o", f"{folder}/out.xlsx", rows=self.ROWS)
        self.assertRegex(said, r"rows\x1b\[K\rclosing the workbook, 120,000 rows\x1b\[K\r\x1b\[K")

    def said_of_a_slow_file(self, columns):
        terminal = Terminal(columns)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "in.csv"
            path.write_bytes(self.HEADER + b"general,\n" * 400_000)
            rejects = pathlib.Path(folder) / "rejects"
            os.mkfifo(rejects)
            with self.started(terminal, str(path), "--rejects", str(rejects)) as running:
                with open(rejects, "rb") as reader:
                    time.sleep(1.5) # nobody reads, so the work waits
                    while reader.read(1 << 20):
                        pass
                self.assertEqual(running.wait(timeout=60), 1)
        return terminal.text()

    def test_of_a_file_the_share_is_shown(self):
        lines = re.findall(r"\r([^\r\x1b]*)\x1b\[K", self.said_of_a_slow_file(24))
        self.assertRegex(lines[0], r"^\d+ %  [0-9,]+ rows$")
        self.assertLess(max(map(len, lines)), 24)
        said = self.said_of_a_slow_file(80)
        shown = re.findall(r"\r\[(#*)(\.*)\] +(\d+) %  [0-9,]+ rows\x1b\[K", said)
        self.assertNotEqual(shown, [])
        for done, left, percent in shown:
            self.assertEqual(len(done + left), 80 // 3)
            self.assertLess(abs(len(done) - int(percent) * 26 / 100), 1)
        self.assertIn("400,000 rows: 400,000 needs_employees", said)

    def test_short_work_says_nothing_of_it(self):
        terminal = Terminal(80)
        with self.started(terminal, stdin=subprocess.PIPE) as running:
            running.communicate(self.HEADER + b"general,500\n", timeout=60)
        self.assertNotIn("\x1b[K", terminal.text())


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} PROGRAM [unittest arguments]")
    pseudo_terminal.skip_without()
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
