"""When a workbook cannot be written: nothing is left, nothing half-written takes a name, and one sentence says why."""

import os
import resource
import shutil
import signal
import subprocess
import time

from book import Book

import harness
from harness import BatchTest, roster


def sentences(done):
    return [line for line in done.err.splitlines() if line.startswith("error: ")]


class Modules(BatchTest):
    def with_module(self, module, script):
        """Runs `script`, in which ./ptf-fees has that module beside it."""
        shutil.copy(harness.PROGRAM, self.folder / "ptf-fees")
        shutil.copy(module, self.folder / "ptf_fees_workbook.so")
        return self.shell(script)

    def test_a_sheet_that_is_full_is_5_with_the_remedy_and_the_old_file_stands(self):
        # Summary has some thirty rows: a module with room for forty has 39 for quotes.
        for quoted, invalid, code in [(39, 0, 0), (40, 0, 5), (5, 39, 1), (5, 40, 5)]:
            self.put("in.csv", roster(quoted) + "x,general,many,company,no\n" * invalid)
            self.put("out.xlsx", "old")
            done = self.with_module(os.environ["ODD_ROWS"], "./ptf-fees batch in.csv -o out.xlsx")
            self.assertEqual(done.code, code, done.err)
            if code == 5:
                self.assertEqual((self.folder / "out.xlsx").read_text(), "old")
                self.assertEqual(len(sentences(done)), 1, done.err)
                self.assertIn("has room for 39 rows below its header, and there are more: write csv (-o FILE.csv), or split the input", done.err)
            else:
                self.assertEqual(len(Book(self.folder / "out.xlsx").rows("Quotes")), quoted + 1)
        self.assertEqual(self.files(), ["in.csv", "out.xlsx", "ptf-fees", "ptf_fees_workbook.so"])

    def test_a_module_of_another_build_or_no_module_at_all_is_refused(self):
        self.put("in.csv", roster(5))
        done = self.with_module(os.environ["ODD_VERSION"], "./ptf-fees batch in.csv -o out.xlsx")
        self.refused(done, 2, "belongs to another build of ptf-fees: install both again")
        noise = self.put("noise", "this is no shared object")
        self.refused(self.with_module(noise, "./ptf-fees batch in.csv -o out.xlsx"), 2, "cannot be loaded", "apt install libxlsxwriter4")

    def test_the_module_is_loaded_for_workbooks_only(self):
        self.put("in.csv", roster(5))
        for arguments, loaded in [("-o out.csv", False), ("-o out.xlsx", True)]:
            done = self.shell(f'LD_DEBUG=files "$P" batch in.csv {arguments}')
            self.assertEqual("ptf_fees_workbook.so" in done.err, loaded)
            self.assertEqual("libxlsxwriter" in done.err, loaded)


class FullDisks(BatchTest):
    def test_a_full_device_is_5(self):
        self.put("in.csv", roster(50))
        for script in ('"$P" batch in.csv --format xlsx > /dev/full', '"$P" batch in.csv --format xlsx -o /dev/full'):
            done = self.shell(script)
            self.assertEqual(done.code, 5)
            self.assertIn("No space left", done.err)
        self.assertEqual(self.files(), ["in.csv"])

    def test_wherever_writing_stops_there_is_no_workbook_or_a_whole_one(self):
        # Each of the many temporary files may grow up to a limit: the same as a disk that is full, for each in turn.
        self.put("in.csv", roster(3000))
        self.assertEqual(self.batch("in.csv", "-o", "whole.xlsx").code, 0)
        whole = (self.folder / "whole.xlsx").read_bytes()
        rows_as_xml = len(Book(self.folder / "whole.xlsx").parts["xl/worksheets/sheet1.xml"])
        codes = []
        limits = [1, 2, 3, 4, 5, 6, 8, 12, 24, 48, 100, 200, 400, 800]
        # Around the size of the sheet: the file of rows fits, the sheet made of it does not.
        limits += range(rows_as_xml // 1024 - 3, rows_as_xml // 1024 + 3)
        for limit in limits:
            self.put("out.xlsx", "old")
            done = self.shell(f"trap '' XFSZ; ulimit -f {limit}; \"$P\" batch in.csv -o out.xlsx")
            codes.append(done.code)
            self.assertEqual((self.folder / "out.xlsx").read_bytes(), whole if done.code == 0 else b"old", limit)
            self.assertEqual(len(sentences(done)), 0 if done.code == 0 else 1, done.err)
            self.assertNotIn("[ERROR]", done.err)
            self.assertEqual(self.files(), ["in.csv", "out.xlsx", "whole.xlsx"])
        self.assertEqual(set(codes), {0, 5})

    def test_a_folder_that_is_missing_is_5(self):
        self.refused(self.batch("-o", "missing/out.xlsx", stdin=roster(5)), 5, "missing/out.xlsx")

    def test_a_reader_that_leaves_ends_it_quietly_by_sigpipe(self):
        self.put("in.csv", roster(20_000))
        done = self.shell('"$P" batch in.csv --format xlsx | head -c 10 | wc -c; echo "${PIPESTATUS[0]}"')
        self.assertEqual(done.out.split(), [b"10", b"141"])
        self.assertNotIn("error", done.err)


class Signals(BatchTest):
    def begin(self):
        self.put("out.xlsx", "old")
        running = subprocess.Popen([harness.PROGRAM, "batch", "-", "-o", "out.xlsx"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   cwd=self.folder)
        running.stdin.write(roster(40_000).encode())
        running.stdin.flush()
        return running

    def test_a_signal_while_rows_are_written_leaves_the_old_file_alone(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.begin() as running:
                deadline = time.monotonic() + 20
                while len(self.files()) < 2 and time.monotonic() < deadline:
                    time.sleep(0.01)
                running.send_signal(number)
                self.assertEqual(running.wait(timeout=20), -number)
            self.assertEqual(self.files(), ["out.xlsx"])
            self.assertEqual((self.folder / "out.xlsx").read_text(), "old")

    def test_a_signal_at_the_end_leaves_the_old_file_or_the_whole_new_one(self):
        for delay in (0.0, 0.03, 0.1, 0.2, 0.3, 0.4, 0.6):
            with self.begin() as running:
                running.stdin.close()
                time.sleep(delay)
                running.send_signal(signal.SIGINT)
                code = running.wait(timeout=60)
            self.assertIn(code, (0, -signal.SIGINT))
            self.assertEqual(self.files(), ["out.xlsx"])
            if (self.folder / "out.xlsx").read_bytes() != b"old":
                self.assertEqual(len(Book(self.folder / "out.xlsx").rows("Quotes")), 40_001)
            else:
                self.assertEqual(code, -signal.SIGINT)


class Memory(BatchTest):
    def peak(self, rows):
        """The most memory that a run takes, in KiB."""
        self.put("in.csv", roster(rows))
        before = subprocess.run(["bash", "-c", '"$P" batch in.csv -o out.xlsx --jobs 1 2>/dev/null; exec python3 -c '
                                 '"import resource; print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"'],
                                cwd=self.folder, env={**os.environ, "P": harness.PROGRAM}, capture_output=True, check=True)
        return int(before.stdout)

    def test_memory_is_constant(self):
        self.assertLess(self.peak(100_000), self.peak(15_000) + 2048)


if __name__ == "__main__":
    harness.main()
