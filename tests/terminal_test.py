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


def environment(**variables):
    kept = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR")}
    return {**kept, **variables}


def shown(arguments, columns=80, **variables):
    """What a terminal of that width shows of a run."""
    terminal = Terminal(columns)
    subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=terminal.theirs, stderr=subprocess.DEVNULL,
                   env=environment(**variables), timeout=60, check=True)
    return terminal.text()


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
        for variables in ({"LC_ALL": "C"}, {"LC_CTYPE": "POSIX", "LANG": "en_US.UTF-8"}, {"LC_ALL": "", "LANG": "de_DE.ISO-8859-1"}):
            self.assertFalse(strokes & set(shown(["schedule", "show"], **variables)), variables)
        for variables in ({}, {"LC_ALL": "C.UTF-8", "LANG": "C"}, {"LANG": "en_US.utf8"}):
            self.assertLessEqual(strokes, set(shown(["schedule", "show"], **variables)), variables)

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

    def started(self, terminal, *arguments, stdin=subprocess.DEVNULL):
        return subprocess.Popen([PROGRAM, "batch", *arguments, "--jobs", "1"], stdin=stdin, stdout=subprocess.PIPE,
                                stderr=terminal.theirs, env=environment())

    def test_of_a_pipe_the_rows_are_counted(self):
        terminal = Terminal(80)
        with self.started(terminal, stdin=subprocess.PIPE) as running:
            drained = threading.Thread(target=running.stdout.read)
            drained.start()
            running.stdin.write(self.HEADER)
            for _ in range(6):
                running.stdin.write(self.ROWS * 4)
                running.stdin.flush()
                time.sleep(0.4)
            running.stdin.close()
            drained.join(timeout=60)
            self.assertEqual(running.wait(timeout=60), 0)
        said = terminal.text()
        self.assertRegex(said, r"\r[0-9,]+ rows\x1b\[K")
        self.assertIn("\r\x1b[K480,000 rows: 480,000 quoted", said)
        self.assertNotIn("%", said)

    def test_of_a_file_the_share_is_shown(self):
        terminal = Terminal(80)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "in.csv"
            path.write_bytes(self.HEADER + self.ROWS * 20)
            with self.started(terminal, str(path)) as running:
                time.sleep(1.5) # nobody reads, so the work stops
                running.stdout.read()
                self.assertEqual(running.wait(timeout=60), 0)
        said = terminal.text()
        shown = re.findall(r"\r\[(#*)(\.*)\] +(\d+) %  [0-9,]+ rows\x1b\[K", said)
        self.assertNotEqual(shown, [])
        for done, left, percent in shown:
            self.assertEqual(len(done + left), 80 // 3)
            self.assertLess(abs(len(done) - int(percent) * 26 / 100), 1)
        self.assertIn("400,000 rows: 400,000 quoted", said)

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
