#!/usr/bin/env python3
"""Pages as they are printed: whatever the height of the paper, no caption, heading or header of a table is the last thing on a page.
Chromium prints to PDF, pdftotext reads it. Exit code 77 (skipped) where one of them is not.

usage: paper_test.py PROGRAM
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ANSWERS = {"benefits": ["benefits"], "all": ["quote", "--employees", "250"], "show": ["schedule", "show"]}
HEIGHTS = (148, 210, 297) # millimetres: A5 and A4 lying, A4 upright


def plain(text):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def starts(page):
    """The beginnings that something must follow: captions, headings, header rows and the names of groups."""
    found = re.findall(r"<(caption|h2|h3|figcaption)\b[^>]*>(.*?)</\1>", page, re.S)
    found += [("th", cells) for cells in re.findall(r"<thead>(.*?)</thead>", page, re.S)]
    found += [("th", cells) for cells in re.findall(r'<tr class="group">(.*?)</tr>', page, re.S)]
    return {plain(text) for _, text in found}


def lonely(chromium, page, height, folder):
    """What is left alone at the foot of a page."""
    source = folder / "page.html"
    source.write_text(page.replace("</head>", f"<style>@page{{size:210mm {height}mm;margin:10mm}}</style></head>"))
    subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile",
                    f"--print-to-pdf={folder}/page.pdf", source.as_uri()], check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "-layout", folder / "page.pdf", "-"], check=True, capture_output=True, text=True, timeout=60).stdout
    pages = [[" ".join(line.split()) for line in one.splitlines() if line.strip()] for one in text.split("\f")]
    pages = [lines for lines in pages if lines]
    assert len(pages) > 1 or height > 150, (height, pages)
    beginnings = starts(page)
    return [lines[-1] for lines in pages[:-1] if any(lines[-1] and start.endswith(lines[-1]) for start in beginnings)]


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    for name, found in (("chromium", chromium), ("pdftotext", shutil.which("pdftotext"))):
        if not found:
            print(f"skipped: {name} is not installed")
            return 77
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for name, arguments in ANSWERS.items():
            page = subprocess.run([program, *arguments, "--format", "html"], capture_output=True, text=True, check=True, timeout=60).stdout
            for height in HEIGHTS:
                faults += [f"{name}, {height} mm: {line!r} is the last line of a page" for line in lonely(chromium, page, height, folder)]
    print("\n".join(faults) or f"{len(ANSWERS) * len(HEIGHTS)} prints, nothing left alone")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
