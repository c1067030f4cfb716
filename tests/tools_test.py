#!/usr/bin/env python3
"""The two tools that the build runs say what is wrong and fail, and else write what the build has.

usage: tools_test.py BUILD-FOLDER [unittest arguments]
"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[1]
BUILD = None


class Tools(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="ptf-fees-")
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def run_tool(self, name, *arguments):
        done = subprocess.run([BUILD / name, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder, timeout=60)
        self.assertEqual(done.stdout, "")
        return done.returncode, done.stderr

    def test_schedules_become_the_tables_of_the_build(self):
        self.assertEqual(self.run_tool("embed_schedules", "tables.cpp", *sorted((SOURCE / "data").rglob("*.toml"))), (0, ""))
        self.assertEqual((self.folder / "tables.cpp").read_bytes(), (BUILD / "embedded_catalogue.cpp").read_bytes())

    def test_warnings_are_said_and_stop_nothing(self):
        code, said = self.run_tool("embed_schedules", "tables.cpp", *sorted((SOURCE / "tests" / "made_up").glob("*.toml")))
        self.assertEqual((code, said.count("warning: headcounts-not-covered")), (0, 1), said)

    def test_a_schedule_with_errors_is_not_embedded(self):
        code, said = self.run_tool("embed_schedules", "tables.cpp", BUILD / "tests" / "bad" / "no-tiers.toml")
        self.assertEqual(code, 1)
        self.assertIn("no-tiers.toml:", said)
        self.assertIn("embed_schedules: the schedules have errors", said)
        self.assertFalse((self.folder / "tables.cpp").exists())

    def test_what_cannot_be_read_or_written_is_said(self):
        self.assertEqual(self.run_tool("embed_schedules", "tables.cpp", "missing.toml")[0], 1)
        self.assertIn("cannot write missing/tables.cpp", self.run_tool("embed_schedules", "missing/tables.cpp")[1])
        self.assertIn("cannot write /dev/full", self.run_tool("embed_schedules", "/dev/full", *(SOURCE / "data").glob("*.toml"))[1])
        self.assertIn("usage: embed_schedules OUT.cpp", self.run_tool("embed_schedules")[1])

    def test_the_companions_are_those_of_the_build(self):
        self.assertEqual(self.run_tool("write_companions", self.folder), (0, ""))
        for name in ("ptf-fees.1", "ptf-fees.bash", "_ptf-fees", "ptf-fees.fish"):
            self.assertEqual((self.folder / name).read_bytes(), (BUILD / "companions" / name).read_bytes())

    def test_companions_that_cannot_all_be_written_are_an_error(self):
        for blocked in ("ptf-fees.1", "ptf-fees.bash", "_ptf-fees", "ptf-fees.fish"):
            folder = self.folder / blocked.strip("_")
            (folder / blocked).mkdir(parents=True)
            self.assertEqual(self.run_tool("write_companions", folder)[0], 1, blocked)
        (self.folder / "full").mkdir()
        (self.folder / "full" / "ptf-fees.1").symlink_to("/dev/full")
        self.assertEqual(self.run_tool("write_companions", self.folder / "full")[0], 1)
        self.assertIn("usage: write_companions FOLDER", self.run_tool("write_companions")[1])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} BUILD-FOLDER [unittest arguments]")
    BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
