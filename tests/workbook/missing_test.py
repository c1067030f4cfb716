"""A program without its module: one sentence with the remedy, nothing begun, and everything else as ever."""

import errno
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "batch"))
import harness
from harness import BatchTest, roster


class Missing(BatchTest):
    def setUp(self):
        super().setUp()
        shutil.copy(harness.PROGRAM, self.folder / "ptf-fees")
        self.put("in.csv", roster(5))

    def test_a_workbook_is_refused_with_the_remedy(self):
        for arguments in ("-o out.xlsx", "--format xlsx", "--format XLSX -o out.bin"):
            done = self.shell(f"./ptf-fees batch in.csv {arguments}")
            self.refused(done, 2, "writes", "install", "write csv (-o FILE.csv)")
            self.assertEqual(len([line for line in done.err.splitlines() if not line.startswith("Terms of")]), 1, done.err)
        self.assertEqual(self.files(), ["in.csv", "ptf-fees"])

    def test_without_the_path_of_the_program_nothing_is_loaded(self):
        module = pathlib.Path(harness.PROGRAM).with_name("ptf_fees_workbook.so")
        faults = os.environ.get("FAULTS")
        if not faults or not module.exists():
            self.skipTest("needs the module, and the library that injects faults")
        # What would be found from the working directory, as if it were the program's folder.
        work, modules = self.folder / "work", self.folder / "lib" / "ptf-fees" / "modules"
        for folder in (work, modules):
            folder.mkdir(parents=True)
        shutil.copy(module, modules)
        self.put("counts", bytes(88))
        done = self.shell(f"P=$PWD/ptf-fees; cd work; LD_PRELOAD={faults} PTF_FAULTS='link 1 {errno.ENOENT} on' PTF_FAULTS_COUNTS=../counts "
                          "PTF_FAULTS_PROGRAM=$P $P batch ../in.csv -o out.xlsx")
        self.refused(done, 2, "mount /proc", "write csv (-o FILE.csv)")
        self.assertEqual(list(work.iterdir()), [])

    def test_other_formats_do_not_miss_it(self):
        self.assertEqual(self.shell("./ptf-fees batch in.csv -o out.csv").code, 0)


if __name__ == "__main__":
    harness.main()
