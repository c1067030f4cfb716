"""The look-up of a price in a spreadsheet, as the README of batch gives it: LibreOffice computes the formula over the table that
`schedule show --format csv` prints, on both sides of each breakpoint, and it must find what batch finds or nothing at all.
Exit code 77 (skipped) where LibreOffice is not."""

import csv
import io
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "batch"))
import harness
from harness import BatchTest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def formula():
    """The formula of the row 2."""
    return re.search(r"^=(LOOKUP\(.*\))$", (SOURCE / "src/batch/README.md").read_text(), re.M).group(1)


def sheet_xml(rows):
    """Cells as a spreadsheet makes them of CSV: digits are numbers, all else is text, nothing is nothing; ("=", F) is a formula."""
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            if isinstance(cell, tuple):
                cells.append(f"<c><f>{escape(cell[1])}</f></c>")
            elif cell == "":
                cells.append("<c/>")
            elif re.fullmatch(r"-?\d+(\.\d+)?", cell):
                cells.append(f"<c><v>{cell}</v></c>")
            else:
                cells.append(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>')
        lines.append(f"<row>{''.join(cells)}</row>")
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def write_book(path, sheets):
    names = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
    links = "".join(f'<Relationship Id="r{i}" Type="{OFFICE_DOCUMENT}/worksheet" Target="s{i}.xml"/>' for i in range(1, len(sheets) + 1))
    kinds = "".join(f'<Override PartName="/s{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                    for i in range(1, len(sheets) + 1))
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
                      '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/book.xml" ContentType='
                      f'"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{kinds}</Types>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r0" '
                      f'Type="{OFFICE_DOCUMENT}/officeDocument" Target="book.xml"/></Relationships>')
        book.writestr("book.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE_DOCUMENT}"><sheets>{names}</sheets></workbook>')
        book.writestr("_rels/book.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>')
        for i, rows in enumerate(sheets.values(), 1):
            book.writestr(f"s{i}.xml", sheet_xml(rows))


class Lookup(BatchTest):
    def found(self, table, asked):
        """What the formula finds for each tier and headcount."""
        first = formula()
        rows = [["tier", "employees", "total"]]
        rows += [[tier, figure, ("=", re.sub(r"(?<![$\w])([AB])2\b", rf"\g<1>{i}", first))] for i, (tier, figure) in enumerate(asked, 2)]
        write_book(self.folder / "book.xlsx", {"roster": rows, "fees": table})
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1", "book.xlsx"],
                       cwd=self.folder, check=True, capture_output=True, timeout=200)
        with open(next(self.folder.glob("book*.csv")), newline="", encoding="utf-8") as sheet:
            return [row[2] for row in csv.reader(sheet)][1:]

    def check(self, *schedule):
        shown = subprocess.run([harness.PROGRAM, "schedule", "show", *schedule, "--format", "csv"], capture_output=True, text=True,
                               check=True, timeout=60).stdout
        table = list(csv.reader(io.StringIO(shown)))
        figures = {str(int(row[2]) + step) for row in table[1:] for step in (-1, 0, 1)} | {"0", "7000", "", "~40"}
        asked = [(tier, figure) for tier in dict.fromkeys(row[0] for row in table[1:]) for figure in sorted(figures)]
        asked += [("unknown", "5")]
        self.put("in.csv", "tier,employees,org_type\n" + "".join(f"{tier},{figure},nonprofit\n" for tier, figure in asked))
        options = ["--schedule", *schedule] if schedule else []
        quoted = {(row["tier"], row["employees"]): row["total_fee"] for row in self.batch("in.csv", *options).rows()}
        wrong = []
        for (tier, figure), total in zip(asked, self.found(table, asked), strict=True):
            expected = quoted[tier, figure]
            right = float(total) == float(expected) if expected and total[:1].isdigit() else not expected and not total[:1].isdigit()
            # Without a headcount batch may know a flat price; the formula knows nothing.
            if not right and not (figure in ("", "~40", "0") and not total[:1].isdigit()):
                wrong.append((tier, figure, expected, total))
        self.assertEqual(wrong, [])
        return sum(bool(total) for total in quoted.values())

    def test_it_is_right_on_both_sides_of_each_breakpoint_in_a_table_of_several_tiers(self):
        self.assertGreater(self.check(), 30)

    def test_and_where_a_published_scale_ends_or_goes_by_revenue(self):
        self.check(str(SOURCE / "tests/made_up/tide-2020-01.toml"))
        self.assertGreater(self.check("lf"), 10)


if __name__ == "__main__":
    if OFFICE is None:
        print("SKIPPED: LibreOffice is not there (Debian: apt install libreoffice-calc)")
        sys.exit(77)
    harness.main()
