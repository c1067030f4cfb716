"""What a run leaves: rejects, summary, exit codes, files put in place as a whole."""

import json
import os
import shutil
import stat
import subprocess
import unittest

import harness
from harness import ADDED, HEADER, BatchTest, roster

MIXED = f'{HEADER}\nA,general,5000,company,no\n"B, Inc",general,"1,200",company,no\nC,associate,5,company,no\nD,premier,5,company,no\n'


class Rejects(BatchTest):
    def test_rejects_hold_the_records_whole_with_line_status_and_reason(self):
        self.put("in.csv", MIXED)
        done = self.batch("in.csv", "--rejects", "r.csv")
        self.assertEqual(done.code, 1)
        lines = (self.folder / "r.csv").read_text().splitlines()
        self.assertEqual(lines[0], HEADER + ",reject_line,reject_status,reject_error")
        self.assertTrue(lines[1].startswith('"B, Inc",general,"1,200",company,no,3,invalid,"employees'))
        self.assertTrue(lines[2].startswith("C,associate,5,company,no,4,ineligible,"))
        self.assertEqual(len(lines), 3)

    def test_rejects_can_be_fixed_and_read_again(self):
        self.put("in.csv", MIXED)
        self.batch("in.csv", "--rejects", "r.csv")
        corrected = (self.folder / "r.csv").read_text().replace('"1,200"', "1200")
        done = self.batch("--rejects", "again.csv", stdin=corrected)
        self.assertEqual(done.out.splitlines()[0].decode(), HEADER + "," + ",".join(ADDED))
        self.assertTrue(done.out.splitlines()[1].startswith(b'"B, Inc",general,1200,company,no,quoted,35000.00,15000.00,50000.00,'))
        self.assertEqual((self.folder / "again.csv").read_text().splitlines()[1].split(",")[:8],
                         ["C", "associate", "5", "company", "no", "3", "ineligible", "Associate is not open to companies: it is open to nonprofit organisations and academic institutions"][:8])

    def test_rejects_that_are_not_fixed_come_out_alike(self):
        bad = f'{HEADER}\nA,general\nB,general,5,company,no,x\n"C,general,z,company,no\n\nD,general,q,company,no\n'
        self.put("in.csv", bad)
        self.batch("in.csv", "--rejects", "r1.csv")
        self.batch("r1.csv", "--rejects", "r2.csv")
        first, second = ((self.folder / name).read_text() for name in ["r1.csv", "r2.csv"])
        cells = [[line.split(",")[:2] for line in text.splitlines()] for text in (first, second)]
        self.assertEqual(cells[0], cells[1])
        self.assertEqual(len(first.splitlines()), 6)

    def test_rejects_of_json_lines_are_json_lines(self):
        self.put("in.jsonl", '{"tier":"general","employees":5}\n{"tier":"general","employees":"x"}\n{bad\n')
        self.batch("in.jsonl", "--rejects", "r.jsonl")
        lines = [json.loads(line) for line in (self.folder / "r.jsonl").read_text().splitlines()]
        self.assertEqual([(line["reject_line"], line["reject_status"]) for line in lines], [(2, "invalid"), (3, "invalid")])
        self.assertEqual((lines[0]["employees"], lines[1]["input"]), ("x", "{bad"))
        corrected = (self.folder / "r.jsonl").read_text().splitlines()[0].replace('"x"', "7")
        done = self.batch("--input-format", "jsonl", stdin=corrected)
        self.assertEqual((done.code, "reject_line" in done.out.decode()), (0, False))

    def test_a_long_row_fed_in_again_still_has_as_many_cells(self):
        self.put("in.csv", "org,tier,employees\nA,general,5,6,7\n")
        reasons = []
        for source in ["in.csv", "r.csv"]:
            [answer] = self.batch(source, "--rejects", "r.csv" if source == "in.csv" else "again.csv").rows()
            reasons.append(answer["error"])
        self.assertIn("5 cells where the header has 3", reasons[0])
        self.assertEqual(reasons[0], reasons[1])

    def test_a_line_that_was_no_object_stays_as_it_is_until_it_is_fixed(self):
        self.put("in.jsonl", '{"tier":\n')
        self.batch("in.jsonl", "--rejects", "r.jsonl")
        again = self.batch("r.jsonl", "--rejects", "again.jsonl")
        first, second = (json.loads((self.folder / name).read_text()) for name in ["r.jsonl", "again.jsonl"])
        self.assertEqual((first["input"], second["input"], second["reject_status"]), ('{"tier":', '{"tier":', "invalid"))
        self.assertIn("fix it and put it in place", json.loads(again.out)["error"])
        # Without the columns of rejects it is an object like any other.
        self.assertNotIn("fix it", self.batch("--input-format", "jsonl", stdin='{"input":"x"}\n').out.decode())

    def test_a_mapped_member_that_no_line_has_is_noticed(self):
        lines = '{"tier":"general","Heads":5}\n{"tier":"general","heads":7,"lf":"yes"}\n'
        done = self.batch("--input-format", "jsonl", "--map", "employees=heads", "--map", "lf_member=is_lf", stdin=lines)
        self.assertIn("warning: no row has 'is_lf', which --map reads as lf_member\n", done.err)
        self.assertNotIn("'heads'", done.err)

    def test_the_ending_of_an_old_workbook_is_refused(self):
        self.refused(self.batch("-o", "q.xls", stdin="tier,employees\ngeneral,5\n"), 2, "'q.xls'", ".xlsx")
        self.assertEqual(self.files(), [])

    def test_reject_columns_elsewhere_are_refused_rather_than_doubled(self):
        self.refused(self.batch("--rejects", "r.csv", stdin="reject_line,tier,employees\n"), 2, "'reject_line'")
        self.assertEqual(self.batch(stdin="reject_line,tier,employees\n1,general,5\n").code, 0)


class Summaries(BatchTest):
    def test_the_summary_counts_and_adds_up(self):
        done = self.batch("--summary", "s.json", stdin=MIXED)
        summary = json.loads((self.folder / "s.json").read_text())
        self.assertEqual(summary, {
            "format": 1, "rows": 4,
            "by_status": {"quoted": 2, "ineligible": 1, "unstated": 0, "unpublished": 0, "needs_employees": 0, "needs_revenue": 0, "invalid": 1},
            "by_tier": {"premier": {"rows": 1, "quoted": 1, "membership_fee": "150000.00", "prerequisite_fee": "5000.00", "total_fee": "155000.00"},
                        "general": {"rows": 2, "quoted": 1, "membership_fee": "50000.00", "prerequisite_fee": "20000.00", "total_fee": "70000.00"},
                        "associate": {"rows": 1, "quoted": 0, "membership_fee": None, "prerequisite_fee": None, "total_fee": None}},
            "total_fee": "225000.00", "currency": "USD", "schedule": "ptf-2025-04"})
        self.assertEqual(done.err.splitlines()[-1], "4 rows: 2 quoted, 1 ineligible, 1 invalid; total of the 2 quoted 225,000.00 USD (ptf-2025-04)")

    def test_sums_go_beyond_64_bits(self):
        schedule = (harness.SOURCE / "data" / "ptf-2025-04.toml").read_text()
        dear = schedule.replace("amount = 150_000", "amount = 10_000_000_000_000").replace("$150,000", "$10,000,000,000,000")
        self.assertNotEqual(schedule, dear)
        self.put("dear.toml", dear)
        rows = 20_000
        done = self.batch("--schedule", "./dear.toml", "--summary", "s.json", "--tier", "premier", "--lf-member", stdin="employees\n" + "1\n" * rows)
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual(json.loads((self.folder / "s.json").read_text())["total_fee"], f"{rows * 10**13}.00")

    def test_the_first_bad_rows_are_shown_and_the_others_counted(self):
        done = self.batch(stdin=f"{HEADER}\n" + "".join(f"A,general,{chr(97 + i)},company,no\n" for i in range(25)))
        self.assertEqual(sum(": record " in line for line in done.err.splitlines()), 10)
        self.assertIn("15 rows more", done.err)


class Codes(BatchTest):
    def test_all_quoted_is_0_and_some_not_is_1(self):
        self.assertEqual(self.batch(stdin=roster(3)).code, 0)
        self.assertEqual(self.batch(stdin=MIXED).code, 1)

    def test_fail_fast_puts_in_place_what_came_before(self):
        self.put("in.csv", MIXED)
        done = self.batch("in.csv", "-o", "out.csv", "--fail-fast", "--rejects", "r.csv", "--jobs", "4")
        self.assertEqual(done.code, 1)
        self.assertEqual(len((self.folder / "out.csv").read_text().splitlines()), 2)
        self.assertEqual(len((self.folder / "r.csv").read_text().splitlines()), 2)
        self.assertIn("in.csv:3: record 2: invalid", done.err)

    def test_files_may_be_one_only_where_the_output_replaces_the_input(self):
        self.put("in.csv", MIXED)
        os.link(self.folder / "in.csv", self.folder / "hard.csv")
        os.symlink("new.csv", self.folder / "soft.csv")
        for arguments in (["--rejects", "in.csv"], ["--summary", "./in.csv"], ["--rejects", "hard.csv"], ["-o", "x.csv", "--rejects", "x.csv"],
                          ["--rejects", "y", "--summary", "./y"], ["-o", "new.csv", "--rejects", "soft.csv"]):
            self.refused(self.batch("in.csv", *arguments), 2)
        os.symlink("l2", self.folder / "l1")
        os.symlink("new", self.folder / "l2")
        os.mkfifo(self.folder / "pipe")
        for arguments in ("-o l1 --rejects new", "--rejects /dev/stdout", "--summary -", "-o /dev/stdout --rejects -", "-o /dev/fd/1 --rejects /dev/stdout",
                          "-o pipe --rejects pipe", "--rejects out.csv >out.csv"):
            self.assertEqual(self.shell(f'timeout 10 "$P" batch in.csv {arguments}').code, 2, arguments)
        self.refused(self.shell('timeout 10 "$P" batch pipe -o pipe'), 2, "the output is the input itself")
        for name in ("l1", "l2", "pipe", "out.csv"):
            (self.folder / name).unlink()
        self.refused(self.shell('timeout 10 "$P" batch in.csv -o /dev/stdout >> in.csv'), 2, "the output is the input itself")
        done = self.shell('"$P" batch in.csv >> in.csv')
        self.refused(done, 2, "the output is the input itself")
        self.assertEqual((self.folder / "in.csv").read_text(), MIXED)
        self.assertEqual(self.batch("in.csv", "-o", "in.csv").code, 1)
        self.assertEqual(len((self.folder / "in.csv").read_text().splitlines()), 5)
        self.assertIn("status", (self.folder / "in.csv").read_text())

    def test_no_schedule_for_the_day_is_4(self):
        self.refused(self.batch("--as-of", "2020-01-01", stdin=MIXED), 4)

    def test_replaced_terms_say_so_first(self):
        self.assertIn("superseded by ptf-2026-01", self.batch(stdin=MIXED).err.splitlines()[0])


class Threads(BatchTest):
    """A reader of the output that waits keeps one thread at its first chunk, while the others take what follows."""

    def read_late(self, arguments):
        # No longer than the others need: where they are late, only less is tested.
        return self.shell(f'timeout 50 "$P" batch {arguments} --jobs 4 | (sleep 0.3; cat)')

    def test_a_run_that_stops_at_a_row_counts_what_is_before_it(self):
        good = "general,5\n" * 30_000 # more than a chunk
        self.put("in.csv", f"tier,employees\n{good}general,x\n{good * 3}")
        done = self.read_late("in.csv --fail-fast")
        self.assertEqual(len(done.out.splitlines()), 30_001)
        self.assertIn("\n30,001 rows: 30,000 quoted, 1 invalid; ", done.err)

    def test_a_mapped_key_is_seen_whichever_thread_reads_it(self):
        without = '{"tier":"premier"}\n' * 20_000
        self.put("in.jsonl", without + '{"tier":"premier","n":5}\n' + without)
        self.assertNotIn("no row has", self.read_late("in.jsonl --map employees=n").err)


class Places(BatchTest):
    def test_a_new_file_has_the_modes_of_the_umask_and_a_replaced_one_keeps_its_own(self):
        self.put("in.csv", roster(2))
        self.shell('umask 027; "$P" batch in.csv -o new.csv')
        self.assertEqual(stat.S_IMODE((self.folder / "new.csv").stat().st_mode), 0o640)
        self.put("old.csv", "old").chmod(0o604)
        self.batch("in.csv", "-o", "old.csv")
        self.assertEqual(stat.S_IMODE((self.folder / "old.csv").stat().st_mode), 0o604)

    @unittest.skipIf(os.geteuid() != 0, "only root can give a file away")
    def test_a_file_of_another_owner_loses_what_would_run_a_program_as_them(self):
        self.put("in.csv", roster(2))
        for owner, group, mode in [(0, 0, 0o6755), (65534, 0, 0o2755), (0, 65534, 0o4755), (65534, 65534, 0o755)]:
            path = self.put("old.csv", "old")
            os.chown(path, owner, group)
            path.chmod(0o6755)
            self.batch("in.csv", "-o", "old.csv")
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), mode)

    def test_a_file_that_may_not_be_written_is_not_replaced(self):
        # Root may write everywhere, so that another user runs the program.
        shutil.copy(harness.PROGRAM, self.folder / "ptf-fees")
        self.put("in.csv", roster(2))
        self.put("old.csv", "old").chmod(0o444)
        self.folder.chmod(0o777)
        other = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        for name, code in [("old.csv", 5), ("new.csv", 0)]:
            done = subprocess.run([self.folder / "ptf-fees", "batch", "in.csv", "-o", name], cwd=self.folder, capture_output=True, **other)
            self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(self.files(), ["in.csv", "new.csv", "old.csv", "ptf-fees"])
        self.assertEqual((self.folder / "old.csv").read_text(), "old")

    def test_a_temporary_file_that_is_there_already_is_not_touched(self):
        self.put("in.csv", roster(2))
        self.put("victim", "whole")
        done = self.shell('ln -s victim .out.csv.$$-0.tmp; exec "$P" batch in.csv -o out.csv')
        self.assertEqual(done.code, 0, done.err)
        self.assertEqual((self.folder / "victim").read_text(), "whole")
        self.assertEqual((self.folder / "out.csv").read_bytes(), self.batch("in.csv").out)
        self.assertEqual(len(self.files()), 4)

    def test_every_name_of_a_descriptor_is_written_through(self):
        self.put("in.csv", roster(2))
        whole = self.batch("in.csv").out
        for name in ("/dev/fd/3", "/proc/self/fd/3", "link"):
            done = self.shell(f'ln -sf /dev/fd/3 link; exec 3<>gone; rm gone; "$P" batch in.csv -o {name}; "$P" batch in.csv --rejects {name} -o out.csv; '
                              'cat /proc/self/fd/3')
            self.assertTrue(done.out.startswith(whole), done.err)
            self.assertIn(b"reject_error", done.out[len(whole):])
            self.assertEqual(self.files(), ["in.csv", "link", "out.csv"])
        done = self.shell('echo before > shared; (echo first; "$P" batch in.csv -o /dev/stdout; echo last) >> shared; cat shared')
        self.assertEqual(done.out, b"before\nfirst\n" + whole + b"last\n")
        done = self.shell('"$P" batch in.csv -o out2.csv --rejects /dev/fd/4; echo "code $?"')
        self.assertEqual(done.out, b"code 5\n", "a descriptor of its own is none of the user's")
        self.assertNotIn("out2.csv", self.files())

    def test_a_symbolic_link_is_followed(self):
        self.put("in.csv", roster(2))
        (self.folder / "sub").mkdir()
        self.put("sub/real.csv", "old")
        os.symlink("sub/real.csv", self.folder / "link.csv")
        os.symlink("sub/fresh.csv", self.folder / "dangling.csv")
        for name, target in [("link.csv", "real.csv"), ("dangling.csv", "fresh.csv")]:
            self.assertEqual(self.batch("in.csv", "-o", name).code, 0)
            self.assertTrue((self.folder / name).is_symlink())
            self.assertIn("quoted", (self.folder / "sub" / target).read_text())

    def test_devices_and_pipes_are_written_through(self):
        self.put("in.csv", roster(2))
        self.assertEqual(self.batch("in.csv", "-o", "/dev/null", "--rejects", "/dev/null").code, 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))
        done = self.shell('mkfifo p; "$P" batch in.csv -o p & cat p; wait')
        self.assertEqual(len(done.out.splitlines()), 3)
        self.assertTrue(stat.S_ISFIFO((self.folder / "p").stat().st_mode))
        self.assertEqual(len(self.batch("in.csv", "-o", "/dev/stdout").out.splitlines()), 3)

    def test_partitions_come_to_the_same_bytes(self):
        self.put("in.csv", roster(1000))
        whole = self.batch("in.csv")
        done = self.shell('tail -n +2 in.csv | split -l 300 - part.; head -1 in.csv | "$P" batch; '
                          'for f in part.*; do (head -1 in.csv; cat $f) | "$P" batch | tail -n +2; done')
        self.assertEqual(done.out, whole.out)


if __name__ == "__main__":
    harness.main()
