#!/usr/bin/env python3
"""Draws a true session as an SVG: runs each command on a terminal and draws what it prints, colours included.

usage: draw.py PROGRAM           writes session.svg beside this file
       draw.py --check PROGRAM   fails if session.svg is not what would be written; exit code 77: there is no pseudo-terminal
"""

import fcntl
import html
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import pseudo_terminal  # noqa: E402

PICTURE = HERE / "session.svg"
COLUMNS = 102
ROSTER = "org,tier,employees\nAcme,general,5000\nBolt,premier,120\nTiny,general,~40\n"
# Each command, and how many of its lines are drawn: the rest is a line of three dots.
COMMANDS = [
    ("ptf-fees quote --employees 250", 12),
    ("cat roster.csv", None),
    ("ptf-fees batch roster.csv -o quotes.csv", None),
    ("cut -d, -f1-7 quotes.csv", None),
]

CELL, LINE, MARGIN, BAR = 8.4, 19, 18, 34
STYLES = {"": "", "1": "bold", "2": "dim", "33": "yellow"}
PATTERN = re.compile(r"\x1b\[(\d*)m")


def printed(command, folder, environment):
    """The lines that `command` draws on a terminal."""
    mine, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    with subprocess.Popen(["bash", "-c", command], cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(mine, 65536)
            except OSError:  # Linux says so when the last writer is gone
                break
    os.close(mine)
    return shown.decode().replace("\r\n", "\n").rstrip("\n").split("\n") if shown else []


def runs(line):
    """(column, text, style) of each piece that is drawn alike."""
    column, style = 0, ""
    pieces = PATTERN.split(line)
    for i, piece in enumerate(pieces):
        if i % 2 == 1:
            style = STYLES["" if piece == "0" else piece]
        elif piece:
            if piece.strip():
                yield column, piece, style
            column += sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in piece)


def folded(line):
    """The rows that a line takes; only plain ones are longer than the terminal is wide."""
    return [line[i:i + COLUMNS] for i in range(0, len(line), COLUMNS)] if len(PATTERN.sub("", line)) > COLUMNS else [line]


def drawn(lines):
    width = round(COLUMNS * CELL + 2 * MARGIN)
    height = BAR + len(lines) * LINE + MARGIN
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
           'aria-label="A session in a terminal: all tiers for one organisation, then a roster of three">',
           "<style>text{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:#dfe6ee;white-space:pre}"
           ".bold{font-weight:700;fill:#fff}.dim{fill:#93a1b0}.yellow{fill:#f2c14e}.typed{fill:#7fd1a0}</style>",
           f'<rect width="{width}" height="{height}" rx="9" fill="#16202b"/>']
    out += [f'<circle cx="{MARGIN + 4 + 20 * i}" cy="17" r="6" fill="{colour}"/>'
            for i, colour in enumerate(["#f0605a", "#f2bd42", "#58c350"])]
    for number, line in enumerate(lines):
        y = BAR + number * LINE + 14
        for column, text, style in runs(line):
            shown = text.rstrip()
            name = "typed" if line.startswith("$ ") else style
            out.append(f'<text x="{MARGIN + column * CELL:.1f}" y="{y}" textLength="{len(shown) * CELL:.1f}"'
                       + (f' class="{name}"' if name else "") + f">{html.escape(shown, quote=False)}</text>")
    return "\n".join([*out, "</svg>", ""])


def main():
    arguments = sys.argv[1:]
    check = arguments[:1] == ["--check"]
    if len(arguments) != 1 + check:
        sys.exit(__doc__)
    pseudo_terminal.skip_without()
    program = pathlib.Path(arguments[-1]).resolve()
    environment = {"PATH": f"{program.parent}:/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "roster.csv").write_text(ROSTER, encoding="utf-8")
        for command, shown in COMMANDS:
            output = printed(command, folder, environment)
            rest = ["  ..."] if output[shown:] and shown else []
            for line in [f"$ {command}", *output[:shown], *rest, ""]:
                lines += folded(line)
    picture = drawn(lines[:-1])
    if not check:
        PICTURE.write_text(picture, encoding="utf-8")
    elif PICTURE.read_text(encoding="utf-8") != picture:
        sys.exit(f"{PICTURE} is not what the program prints now: draw it again with {pathlib.Path(__file__).name} PROGRAM")


if __name__ == "__main__":
    main()
