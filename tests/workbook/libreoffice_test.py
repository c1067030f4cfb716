"""A workbook as another program reads it: LibreOffice turns its sheets into CSV. Exit code 77 (skipped) where it is not."""

import csv
import shutil
import subprocess
import sys

from book import SHEETS

import harness
from harness import BatchTest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ODD = ('id,org,tier,employees,note\n007,=1+1,general,5000,"two\nlines"\n1e5,"Smith, ""Jones""",premier,0120,_x0041_\n'
       "2024-10-08,@SUM(A1),general,700,a\x01b\n4,Größe 東京,general,~40,\n")


class LibreOffice(BatchTest):
    def converted(self, shown):
        """All sheets by name. `shown`: numbers as they are displayed, else as they are."""
        self.put("in.csv", ODD)
        self.assertEqual(self.batch("in.csv", "-o", "out.xlsx").code, 1)
        shown = "true" if shown else "false"
        options = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,{shown},{shown},false,false,-1"
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", options, "out.xlsx"],
                       cwd=self.folder, check=True, capture_output=True, timeout=200)
        sheets = {}
        for name in SHEETS:
            with open(self.folder / f"out-{name}.csv", newline="", encoding="utf-8") as sheet:
                sheets[name] = list(csv.reader(sheet))
        return sheets

    def test_it_reads_the_same_rows(self):
        sheets = self.converted(shown=False)
        self.assertEqual(sheets["Quotes"], [
            ["id", "org", "tier", "employees", "note", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band", "schedule"],
            ["007", "=1+1", "general", "5000", "two\nlines", "50000", "20000", "70000", "USD", "5,000 or more", "ptf-2025-04"],
            ["1e5", 'Smith, "Jones"', "premier", "0120", "_x0041_", "150000", "10000", "160000", "USD", "", "ptf-2025-04"],
            ["2024-10-08", "@SUM(A1)", "general", "700", "a\x01b", "30000", "15000", "45000", "USD", "500 to 999", "ptf-2025-04"]])
        self.assertEqual([row[:4] + row[5:7] for row in sheets["Not quoted"]],
                         [["id", "org", "tier", "employees", "reject_line", "reject_status"], ["4", "Größe 東京", "general", "~40", "6", "invalid"]])
        rows = {row[0]: row for row in sheets["Summary"]}
        self.assertEqual(rows["General"][1:], ["3", "2", "80000", "35000", "115000"])
        self.assertEqual(rows["All tiers"][5], "275000")
        self.assertEqual((rows["quoted"][1], rows["invalid"][1], rows["All rows"][1]), ("3", "1", "4"))

    def test_it_shows_amounts_in_their_currency(self):
        self.assertEqual(self.converted(shown=True)["Quotes"][1][5:8], ["$50,000.00", "$20,000.00", "$70,000.00"])


if __name__ == "__main__":
    if OFFICE is None:
        print("SKIPPED: LibreOffice is not there (Debian: apt install libreoffice-calc)")
        sys.exit(77)
    harness.main()
