"""Reads a workbook with nothing but Python's zipfile and XML: what is in it, with its types."""

import re
import sys
import pathlib
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "batch"))

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["Quotes", "Not quoted", "Summary"]


def unescaped(text):
    """Text of a cell: _x0041_ is an A."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def column_of(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = 26 * number + ord(letter) - 64
    return number - 1


class Book:
    def __init__(self, path):
        self.parts = {}
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.dates = {info.date_time for info in archive.infolist()}
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        for name, part in self.parts.items():
            ElementTree.fromstring(part)
        self.names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iter(MAIN + "sheet")]

    def xml(self, name):
        return ElementTree.fromstring(self.parts[name])

    def sheet(self, name):
        return self.xml(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml")

    def rows(self, name):
        """Rows of cells: str where a cell is text, float where it is a number, None where it is empty."""
        rows = []
        for row in self.sheet(name).iter(MAIN + "row"):
            cells = []
            for cell in row:
                assert cell.find(MAIN + "f") is None, "a formula"
                cells += [None] * (column_of(cell.get("r")) - len(cells))
                if cell.get("t") == "inlineStr":
                    cells.append(unescaped("".join(text.text or "" for text in cell.iter(MAIN + "t"))))
                else:
                    assert cell.get("t", "n") == "n", cell.get("t")
                    cells.append(float(cell.find(MAIN + "v").text))
            rows += [[]] * (int(row.get("r")) - 1 - len(rows)) + [cells]
        return rows

    def dicts(self, name):
        """The rows below the header by its names; empty cells are left out."""
        header, *rows = self.rows(name)
        return [{key: cell for key, cell in zip(header, row) if cell is not None} for row in rows]

    def right_aligned(self, name, row):
        """The texts of that row (from 1) that are aligned to the right."""
        styles = list(self.xml("xl/styles.xml").find(MAIN + "cellXfs"))
        at_right = [(style.find(MAIN + "alignment") is not None and style.find(MAIN + "alignment").get("horizontal") == "right") for style in styles]
        cells = [cell for found in self.sheet(name).iter(MAIN + "row") if found.get("r") == str(row) for cell in found]
        texts = dict(zip([column_of(cell.get("r")) for cell in cells], cells))
        return [self.rows(name)[row - 1][column] for column, cell in texts.items() if at_right[int(cell.get("s", "0"))]]

    def number_formats(self, name, row):
        """The number format of each cell of that row (from 1), by column; General is left out."""
        styles = self.xml("xl/styles.xml")
        known = {form.get("numFmtId"): form.get("formatCode") for form in styles.iter(MAIN + "numFmt")}
        known.update({"3": "#,##0", "0": "General"})
        of_style = [known[style.get("numFmtId")] for style in styles.find(MAIN + "cellXfs")]
        cells = [cell for found in self.sheet(name).iter(MAIN + "row") if found.get("r") == str(row) for cell in found]
        return {column_of(cell.get("r")): of_style[int(cell.get("s", "0"))] for cell in cells if of_style[int(cell.get("s", "0"))] != "General"}
