"""Batch among other programs: the pipes of its README with GNU parallel and Miller, and the progress bar on a terminal."""

import csv
import io
import os
import pty
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

    def test_miller_stands_before_and_behind(self):
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


class ProgressBar(BatchTest):
    """Held up for more than a second, so that there is something to show; how long it takes else is nobody's matter."""

    def drawn(self, *arguments, hold_up):
        """What a run draws on a terminal that is held up in the middle by `hold_up(running, mine)`."""
        mine, theirs = pty.openpty()
        with subprocess.Popen([harness.PROGRAM, "batch", "-o", "out.csv", "--jobs", "1", *arguments], stdin=subprocess.PIPE,
                              stderr=theirs, stdout=subprocess.DEVNULL, cwd=self.folder) as running:
            os.close(theirs)
            shown = hold_up(running, mine)
            running.stdin.close()
            while True:
                try:
                    shown += os.read(mine, 4096)
                except OSError:  # Linux says so when the last writer is gone
                    break
            running.wait()
        os.close(mine)
        return shown.decode()

    def test_of_a_file_it_shows_how_much_is_done(self):
        lines = roster(1000).splitlines(keepends=True)
        self.put("in.csv", lines[0] + "bad,general,0,company,no\n" + "".join(lines[1:]) * 1000)

        def stop_once_it_works(running, mine):
            shown = b""
            while b"record 1:" not in shown:
                shown += os.read(mine, 4096)
            running.send_signal(signal.SIGSTOP)
            time.sleep(1.2)
            running.send_signal(signal.SIGCONT)
            return shown

        shown = self.drawn("in.csv", hold_up=stop_once_it_works)
        self.assertRegex(shown, r"\r\[[#.]{10,40}\] \d{1,3} %  [\d,]+ rows\x1b\[K")
        # It is taken away before anything else is written.
        self.assertRegex(shown, r"\r\x1b\[K1,000,001 rows: 1,000,000 quoted, 1 invalid")

    def test_of_a_pipe_it_shows_the_rows(self):
        lines = roster(20_000).encode().splitlines(keepends=True)

        def feed_slowly(running, _):
            for part in (lines, lines[1:]):
                running.stdin.write(b"".join(part))
                running.stdin.flush()
                time.sleep(1.2)
            return b""

        shown = self.drawn("-", hold_up=feed_slowly)
        self.assertRegex(shown, r"\r[\d,]+ rows\x1b\[K")
        self.assertNotIn("%", shown)

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
