"""Runs ptf-fees batch as a user does: files and pipes in, bytes, exit codes and files out.

Each test file here is a program: TEST_FILE PROGRAM [unittest arguments].
"""

import csv
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / "tests" / "bad"))
import cases

ADDED = ["status", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band", "schedule", "error"]
HEADER = "org,tier,employees,org_type,lf_member"
PROGRAM = None
PATIENCE = float(os.environ.get("PTF_FEES_PATIENCE", 1)) # times each limit of time, for builds that are slow by design


def address_limit(kib):
    """A limit for `ulimit -v`: none where the program is built with the address sanitizer, which needs the space for itself."""
    return "unlimited" if b"__asan_init" in pathlib.Path(sys.modules["harness"].PROGRAM).read_bytes() else kib


class Done:
    """How a run ended."""

    def __init__(self, completed):
        self.code = completed.returncode
        self.out = completed.stdout
        self.err = completed.stderr.decode("utf-8", "backslashreplace")

    def rows(self, separator=","):
        """The output as another reader sees it: a list of dicts."""
        text = self.out.decode("utf-8", "surrogateescape")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


class BatchTest(unittest.TestCase):
    """A folder of its own for each test."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="ptf-fees-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def put(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def bad_schedules(self):
        """The folder of the bad schedules, a file each."""
        cases.write(self.folder / "bad")
        return self.folder / "bad"

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())

    def batch(self, *arguments, stdin=b"", **options):
        if isinstance(stdin, str):
            stdin = stdin.encode()
        command = [PROGRAM, "batch", *map(str, arguments)]
        options["timeout"] = options.get("timeout", 60) * PATIENCE
        return Done(subprocess.run(command, input=stdin, capture_output=True, cwd=self.folder, **options))

    def shell(self, script, timeout=60):
        """Runs `script` in a shell where $P is the program."""
        return Done(subprocess.run(["bash", "-c", script], stdin=subprocess.DEVNULL, capture_output=True, cwd=self.folder,
                                   env={**os.environ, "P": PROGRAM}, timeout=timeout * PATIENCE))

    def status(self, row, header=HEADER, **options):
        """The status and the error of one row under `header`."""
        done = self.batch(stdin=f"{header}\n{row}\n", **options)
        [answer] = done.rows()
        return answer["status"], answer["error"]

    def refused(self, done, code, *words):
        """Nothing on stdout, that exit code, and all of `words` on stderr."""
        self.assertEqual(done.code, code, done.err)
        self.assertEqual(done.out, b"")
        for word in words:
            self.assertIn(word, done.err)


def roster(rows):
    """A roster of that many rows, all of which can be quoted."""
    lines = [HEADER]
    lines += [f"org {i},general,{i % 6000 + 1},company,{'yes' if i % 5 == 0 else 'no'}" for i in range(rows)]
    return "\n".join(lines) + "\n"


def main():
    global PROGRAM
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} PROGRAM [unittest arguments]")
    # Whether a test file or the harness itself asks, the program is one.
    sys.modules["harness"].PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(module="__main__")
