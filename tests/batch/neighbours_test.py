"""Batch among other programs: the pipes of its README with GNU parallel and Miller; no progress bar where no terminal is."""

import csv
import io
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import time

import harness
from harness import SOURCE, BatchTest, roster

README = (SOURCE / "src" / "batch" / "README.md").read_text(encoding="utf-8").splitlines()


def command_of_the_readme(beginning):
    [line] = [line for line in README if line.startswith(beginning)]
    return line


class Pipes(BatchTest):
    def setUp(self):
        super().setUp()
        os.symlink(harness.PROGRAM, self.folder / "ptf-fees")

    def run_command(self, command):
        done = self.shell(f'PATH="$PWD:$PATH"; set -o pipefail; {command}')
        self.assertEqual(done.code, 0, done.err)
        return done

    def test_partitions_quoted_apart_and_put_together_are_the_whole(self):
        if shutil.which("parallel") is None:
            self.skipTest("GNU parallel is not installed")
        self.put("roster.csv", roster(20_000))
        whole = self.batch("roster.csv").out
        command = command_of_the_readme("parallel --pipepart")
        self.assertIn("100M", command)
        self.run_command(command.replace("100M", "50k"))
        self.assertEqual((self.folder / "quotes.csv").read_bytes(), whole)

    def test_miller_comes_before_and_after(self):
        if shutil.which("mlr") is None:
            self.skipTest("Miller is not installed")
        self.put("roster.csv", "org,tier,employees,country\nSmall,general,40,DE\nOther,general,9,FR\nLarge,general,5000,DE\n")
        done = self.run_command(command_of_the_readme("mlr "))
        lines = done.out.decode().splitlines()
        self.assertEqual([line.split()[0] for line in lines], ["org", "Large", "Small"])
        self.assertIn("70000.00", lines[1])


class Sql(BatchTest):
    def test_the_join_of_the_readme_says_what_batch_says(self):
        roster_rows = "org,tier,employees\n" + "".join(f"{n},general,{n}\n" for n in (1, 99, 100, 499, 500, 999, 1000, 4999, 5000, 99999))
        self.put("roster.csv", roster_rows)
        database = sqlite3.connect(":memory:")
        fees = subprocess.run([harness.PROGRAM, "schedule", "show", "--format", "csv"], capture_output=True, text=True, check=True).stdout
        fees = "".join(line for line in fees.splitlines(keepends=True) if re.match("tier|general", line))
        for name, text in (("roster", roster_rows), ("fees", fees)):
            header, *rows = csv.reader(io.StringIO(text))
            columns = ", ".join('"' + column + '" text' for column in header)
            database.execute(f"create table {name} ({columns})")
            database.executemany(f"insert into {name} values ({', '.join('?' * len(header))})", rows)
        query = "\n".join(README[README.index("```sql") + 1:])
        joined = database.execute(query[:query.index(";")]).fetchall()
        quoted = [(row["org"], row["total_fee"]) for row in self.batch("roster.csv").rows()]
        self.assertEqual(sorted(joined), sorted(quoted))


class Progress(BatchTest):
    """On a terminal there is a bar after a second (terminal_test.py)."""

    def test_where_nobody_looks_there_is_none(self):
        self.put("in.csv", roster(200_000))
        with subprocess.Popen([harness.PROGRAM, "batch", "in.csv", "-o", "out.csv"], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              cwd=self.folder) as running:
            running.send_signal(signal.SIGSTOP)
            time.sleep(1.2)
            running.send_signal(signal.SIGCONT)
            self.assertNotIn(b"\r", running.stderr.read())


if __name__ == "__main__":
    harness.main()
