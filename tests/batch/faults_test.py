"""When things go wrong: full disks, closed pipes, signals, inputs that were never meant to be a roster."""

import os
import pathlib
import re
import signal
import subprocess
import time
import unittest

import harness
from harness import HEADER, BatchTest, roster


class Outputs(BatchTest):
    def test_a_full_disk_is_5(self):
        self.put("in.csv", roster(5000))
        for script in ['"$P" batch in.csv > /dev/full', '"$P" batch in.csv -o /dev/full', '"$P" batch in.csv --rejects /dev/full',
                       '"$P" batch in.csv --summary /dev/full -o out.csv', 'head -1 in.csv | "$P" batch > /dev/full']:
            done = self.shell(script)
            self.assertEqual(done.code, 5, script)
            self.assertIn("No space left", done.err)
        self.assertEqual(self.files(), ["in.csv"])

    def test_nothing_but_the_failure_is_said_of_what_was_not_written(self):
        self.put("in.csv", roster(5) + "A,general,x,company,no\n")
        for script in ('"$P" batch in.csv -o out.csv --summary /dev/full', '"$P" batch in.csv -o out.csv --rejects /dev/full'):
            done = self.shell(script)
            self.assertEqual((done.code, "rows:" in done.err), (5, False), done.err)
        done = self.shell('"$P" quote --tier general --employees 5000 --format csv > /dev/full') # its notes would go to standard error
        self.assertEqual((done.code, done.err), (5, "error: cannot write standard output: No space left on device\n"))

    def test_reasons_are_said_once_the_rows_are_written(self):
        self.put("in.csv", f"{HEADER}\nA,general,x,company,no\n")
        done = self.shell('"$P" batch in.csv 2>&1 | grep -n -e "record 1" -e "^A,"')
        self.assertEqual([line.split(b":")[1][:6] for line in done.out.splitlines()], [b"A,gene", b"in.csv"])

    def test_no_file_takes_the_place_of_a_closed_standard_descriptor(self):
        self.put("in.csv", "tier,employees\ngeneral,5\ngeneral,x\n") # how it is read is said once the outputs are open
        whole = self.batch("in.csv").out
        for closed in ("2>&-", ">&- 2>&-", ">&-"):
            self.assertEqual(self.shell(f'"$P" batch -o out.csv --rejects r.csv < in.csv {closed}').code, 1)
            self.assertEqual((self.folder / "out.csv").read_bytes(), whole)
            self.assertEqual(len((self.folder / "r.csv").read_text().splitlines()), 2)
            (self.folder / "out.csv").unlink()
        self.assertEqual(self.shell('"$P" batch -o out.csv --summary - < in.csv >&-').code, 5)
        self.assertEqual(self.files(), ["in.csv", "r.csv"])

    def test_a_closed_standard_output_is_5(self):
        self.put("in.csv", roster(5))
        done = self.shell('"$P" batch in.csv >&-')
        self.assertEqual(done.code, 5)
        self.assertEqual(self.shell('"$P" batch in.csv -o out.csv >&- 2>&- <&-').code, 0)
        self.assertEqual(len((self.folder / "out.csv").read_text().splitlines()), 6)
        self.assertEqual(self.shell('"$P" batch <&-').code, 5)

    def test_a_reader_that_leaves_ends_it_quietly_by_sigpipe(self):
        self.put("in.csv", roster(200_000))
        for jobs in (1, 3):
            done = self.shell(f'"$P" batch in.csv --jobs {jobs} --rejects r.csv | head -1; echo "${{PIPESTATUS[0]}}"')
            self.assertEqual(done.out.splitlines()[1], b"141")
            self.assertNotIn("error", done.err)
            done = self.shell(f'trap "" PIPE; "$P" batch in.csv --jobs {jobs} | head -1; echo "${{PIPESTATUS[0]}}"')
            self.assertEqual(done.out.splitlines()[1], b"141")
        self.assertEqual(self.files(), ["in.csv"])

    def test_a_folder_as_output_or_input_is_5(self):
        self.put("in.csv", roster(5))
        (self.folder / "d").mkdir()
        for arguments in (["in.csv", "-o", "d"], ["in.csv", "-o", "d/"], ["d"], ["in.csv", "-o", "missing/out.csv"], ["missing.csv"],
                          ["in.csv", "-o", "out.csv", "--rejects", "d"]):
            self.refused(self.batch(*arguments), 5)
        self.assertEqual(self.files(), ["d", "in.csv"])

    def test_a_read_only_folder_is_5(self):
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.put("in.csv", roster(5))
        (self.folder / "d").mkdir(mode=0o555)
        self.refused(self.batch("in.csv", "-o", "d/out.csv"), 5)

    def test_the_old_file_stands_until_all_is_written(self):
        self.put("old.csv", "old")
        with subprocess.Popen([harness.PROGRAM, "batch", "-", "-o", "old.csv"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              cwd=self.folder) as running:
            running.stdin.write(roster(100_000).encode())
            running.stdin.flush()
            time.sleep(0.2)
            self.assertEqual((self.folder / "old.csv").read_text(), "old")
            running.stdin.close()
            self.assertEqual(running.wait(timeout=20), 0)
        self.assertEqual(len((self.folder / "old.csv").read_text().splitlines()), 100_001)


class Signals(BatchTest):
    def interrupted(self, number, jobs="2"):
        """Begins, gets the signal half-way through, and ends."""
        self.put("out.csv", "old")
        with subprocess.Popen([harness.PROGRAM, "batch", "-", "-o", "out.csv", "--rejects", "r.csv", "--jobs", jobs], stdin=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=self.folder) as running:
            running.stdin.write(roster(50_000).encode())
            running.stdin.flush()
            deadline = time.monotonic() + 10
            while len(self.files()) < 3 and time.monotonic() < deadline:
                time.sleep(0.01)
            self.assertEqual(len(self.files()), 3, "both temporary files are there")
            running.send_signal(number)
            code = running.wait(timeout=10)
            try:
                running.stdin.close()
            except BrokenPipeError:
                pass
        self.assertEqual((self.folder / "out.csv").read_text(), "old")
        return code

    def test_signals_end_it_by_themselves_and_leave_nothing(self):
        ending = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGALRM, signal.SIGUSR1, signal.SIGUSR2, signal.SIGXCPU,
                  signal.SIGVTALRM, signal.SIGPROF, signal.SIGIO, signal.SIGRTMIN, signal.SIGRTMAX)
        for number, jobs in [(number, jobs) for number in ending for jobs in ("1", "3") if jobs == "1" or number in ending[:3]]:
            self.assertEqual(self.interrupted(number, jobs), -number)
            self.assertEqual(self.files(), ["out.csv"])

    def test_a_limit_of_the_size_of_files_is_5_and_leaves_nothing(self):
        self.put("in.csv", roster(20_000))
        done = self.shell('ulimit -f 100; "$P" batch in.csv -o out.csv --rejects r.csv')
        self.assertEqual(done.code, 5)
        self.assertIn("error: cannot write 'out.csv': File too large\n", done.err)
        self.assertEqual(self.files(), ["in.csv"])

    def test_after_sigkill_the_old_file_stands(self):
        self.assertEqual(self.interrupted(signal.SIGKILL), -signal.SIGKILL)

    def test_a_signal_that_was_ignored_stays_ignored(self):
        self.put("in.csv", roster(5))
        done = self.shell('trap "" INT; (sleep 0.3; cat in.csv) | "$P" batch & sleep 0.1; kill -INT $!; wait $!; echo "code $?"')
        self.assertIn(b"code 0", done.out)


class Inputs(BatchTest):
    def test_a_line_of_200_megabytes_costs_one_row(self):
        script = (f'(echo "{HEADER}"; echo A,general,5,company,no; head -c 200000000 /dev/zero | tr "\\0" x; echo; echo B,general,5,company,no) '
                  '| (ulimit -v 262144; "$P" batch | cut -c 1-100)')
        done = self.shell(script)
        lines = done.out.splitlines()
        self.assertEqual(len(lines), 4)
        self.assertIn("200,000,000 bytes long", done.err)
        self.assertTrue(lines[3].startswith(b"B,general,5,company,no,quoted"))

    def test_a_quote_that_is_never_closed_costs_one_row(self):
        text = f'{HEADER}\n"A,general,5,company,no\n' + "B,general,5,company,no\n" * 100_000
        done = self.batch(stdin=text)
        self.assertEqual(done.err.splitlines()[-1].split(";")[0], "100,001 rows: 100,000 quoted, 1 invalid")

    def test_memory_is_constant(self):
        self.put("in.csv", roster(400_000))
        script = 'for i in $(seq 12); do tail -n +2 in.csv; done | (echo "%s"; cat) | (ulimit -v 262144; "$P" batch --jobs 2) | wc -l' % HEADER
        done = self.shell(script, timeout=120)
        self.assertEqual(done.out.strip(), b"4800001", done.err)
        self.assertEqual(self.shell('ulimit -v 262144; "$P" batch in.csv --jobs 2 | wc -l').out.strip(), b"400001")

    def peak(self, *arguments):
        """Runs it; the most memory that it had resident, in KiB."""
        peak = 0
        with subprocess.Popen([harness.PROGRAM, "batch", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              cwd=self.folder) as running:
            while running.poll() is None:
                found = re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{running.pid}/status").read_text())
                peak = max(peak, int(found[1]) if found else 0)
                time.sleep(0.002)
        self.assertIn(running.returncode, (0, 1))
        return peak

    @unittest.skipUnless(os.path.exists("/proc/self/status"), "needs to see how much memory a process has")
    def test_no_input_needs_more_than_16_mebibytes(self):
        mebibyte = 1 << 20
        wide = "employees,tier" + ",x" * 59_998 + "\n"
        hostile = {
            "short rows below a wide header": wide + "5\n" * 1_000,
            "a header of as many columns as are read": "employees,tier" + "".join(f",a column {i:05}" for i in range(65_534)) + "\n" + "5\n" * 100,
            "blank rows below a wide header": wide + "\n" * 1_000 + "5\n",
            "a quote that is never closed, and half a million broken lines": "tier,employees\n\"\n" + "a\n" * (mebibyte // 2),
            "a quote in each of them": "tier,employees\n\"" + "\n\"x" * (mebibyte // 3) + "\n",
            "rows of a million cells": "tier,employees\n" + ("," * 1_000_000 + "\n") * 4,
            "cells of a mebibyte of control characters": "tier,employees,x\n" + ("general,5," + "\x01" * 1_000_000 + "\n") * 4,
            "cells of a mebibyte of quotes": "tier,employees,x\n" + ('general,5,x"' + '"' * 1_000_000 + "\n") * 4,
            "the shortest rows": "tier,employees\n" + ",5\n" * 200_000,
        }
        for name, text in hostile.items():
            self.put("in.csv", text)
            for arguments in ([], ["--format", "jsonl"], ["--rejects", "/dev/null", "--excel-safe"]):
                if text.startswith("employees,tier,") and arguments == ["--format", "jsonl"]:
                    continue # slow: a hundred names of sixty thousand are written
                with self.subTest(name, arguments=arguments):
                    self.assertLess(self.peak("in.csv", "--jobs", "2", "--tier", "general", *arguments), 16 * 1024)

    def test_a_table_of_more_columns_than_are_read_is_refused(self):
        for columns, code in [(65_536, 0), (65_537, 2), (500_000, 2)]:
            self.put("in.csv", "tier,employees" + "," * (columns - 2) + "\n")
            self.assertEqual(self.batch("in.csv").code, code)
        self.refused(self.batch("in.csv"), 2, "more than 65,536 columns")

    def test_memory_that_runs_out_is_5_and_leaves_nothing(self):
        self.put("in.csv", roster(50_000))
        codes = set()
        for limit in range(4_000, 24_000, 1_000):
            done = self.shell(f'rm -f out.csv; ulimit -v {limit}; "$P" batch in.csv -o out.csv --jobs 2')
            codes.add(done.code)
            if done.code == 5:
                self.assertIn("memory ran out", done.err)
            if done.code != 0:
                self.assertNotIn("out.csv", self.files())
        self.assertLessEqual(codes, {0, 1, 5, 127}) # 127: the loader itself had no room

    def test_an_input_that_is_shortened_while_it_is_read_is_5(self):
        whole = roster(20_000)
        self.put("in.csv", whole)
        self.put("out.csv", "old")
        os.mkfifo(self.folder / "r")
        # It waits for a reader of the rejects, with its input open and hardly read.
        with subprocess.Popen([harness.PROGRAM, "batch", "in.csv", "-o", "out.csv", "--rejects", "r"], stderr=subprocess.PIPE,
                              cwd=self.folder) as running:
            deadline = time.monotonic() + 10
            while len(self.files()) < 4 and time.monotonic() < deadline:
                time.sleep(0.01)
            half = whole.rindex("\n", 0, len(whole) // 2) + 1
            os.truncate(self.folder / "in.csv", half)
            with open(self.folder / "r", "rb") as rejects:
                rejects.read()
            said = running.stderr.read().decode()
            self.assertEqual(running.wait(timeout=10), 5)
        self.assertIn(f"error: cannot read 'in.csv': it was shortened while it was read, from {len(whole)} bytes to {half}: ", said)
        self.assertEqual((self.folder / "out.csv").read_text(), "old")

    def test_an_input_that_is_deleted_is_read_to_its_end(self):
        self.put("in.csv", roster(100))
        done = self.shell('exec 3< in.csv; rm in.csv; "$P" batch /dev/fd/3 | wc -l')
        self.assertEqual(done.out.strip(), b"101")

    def test_nul_bytes_and_noise_end_in_order(self):
        noise = [bytes(range(256)) * 50, b"\0" * 1000, b"\n" * 1000, b'"' * 1000, b"," * 1000, HEADER.encode() + b"\n" + bytes(range(256)) * 40,
                 HEADER.encode() + b'\n"' + b'""' * 999, HEADER.encode() + b"\n" + b'a","c\n' * 60_000]
        for data in noise:
            for form in ("csv", "tsv", "jsonl"):
                self.assertIn(self.batch("--input-format", form, stdin=data, timeout=10).code, (0, 1, 2), data[:20])


class TermsOfTheCommand(BatchTest):
    def test_bad_options_are_refused(self):
        for arguments, word in [(["--jobs", "0"], "--jobs"), (["--jobs", "x"], "--jobs"), (["--tier", "genral"], "general"),
                                (["--org-type", "firm"], "org-type"), (["--lf-member=maybe"], "lf-member"), (["--rejcts", "x"], "--rejects"),
                                (["a", "b"], "b")]:
            self.refused(self.batch(*arguments, stdin=roster(1)), 2, word)


if __name__ == "__main__":
    harness.main()
