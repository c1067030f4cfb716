#!/usr/bin/env python3
"""TAB at the prompt of a real shell in a real terminal (tmux), with the completion script where a package installs it: commands,
options, values, after '=', in the middle of a word, files.

usage: terminal_test.py PROGRAM BUILD-FOLDER SHELL      (exit 77: there is no tmux or no such shell)
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 20 # seconds for a screen to show what is expected

# What is typed before TAB; how far left the cursor goes first; what the screen must show then, and what it must not.
CASES = [
    ("ptf-fees elig", 0, "ptf-fees eligibility", []),
    ("ptf-fees help elig", 0, "ptf-fees help eligibility", []),
    ("ptf-fees schedule di", 0, "ptf-fees schedule diff", []),
    ("ptf-fees quote --emp", 0, "ptf-fees quote --employees", []),
    ("ptf-fees quote --tier prem", 0, "ptf-fees quote --tier premier", []),
    ("ptf-fees quote --tier=prem", 0, "ptf-fees quote --tier=premier", []),
    ("ptf-fees quote --need logo,webi", 0, "--need logo,webinars", []),
    ("ptf-fees quote --tier premer", 2, "--tier premier", []),
    ("ptf-fees batch ros", 0, "ptf-fees batch roster.csv", []),
    ("ptf-fees batch --lf-member yes ros", 0, "--lf-member yes roster.csv", []),
    ("ptf-fees batch --lf-member=yes ros", 0, "--lf-member=yes roster.csv", []),
    ("ptf-fees quote --schedule ./ti", 0, "--schedule ./tide.toml", []),
    ("ptf-fees quote --schedule ./tide.toml --tier ", 0, "keel", ["premier"]),
    ("ptf-fees quote --schedule=ptf-2026-01 --need ", 0, "board-seat", ["internships"]),
    ("ptf-fees quote --schedule lf --tier plat", 0, "--tier platinum", []),
    ("ptf-fees quote --schedule ", 0, "ptf-2026-01", [" -J", "-default-"]),
    ("ptf-fees quote --org-type ", 0, "individual", ["company (default), nonprofit"]),
]

STARTS = {
    "bash": ["bash", "--norc", "--noprofile"],
    "zsh": ["zsh", "-f"],
    "fish": ["fish", "--private"],
}


def preparation(shell, share):
    """The lines that make the shell read what is installed below `share`, as Debian's shells do below /usr."""
    if shell == "bash":
        return [f"source {share}/bash-completion/completions/ptf-fees; bind 'set show-all-if-ambiguous on'; PS1='> '"]
    if shell == "zsh":
        return [f"fpath=({share}/zsh/vendor-completions $fpath); autoload -U compinit; compinit -u -D; setopt completeinword; PROMPT='> '"]
    return ["function fish_prompt; echo '> '; end"] # it finds its folder by itself, in XDG_DATA_DIRS


class Terminal:
    def __init__(self, shell, folder, program):
        share = folder / "usr/share"
        self.tmux_command = ["tmux", "-S", str(folder / "socket"), "-f", "/dev/null"]
        environment = {"HOME": str(folder), "PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TERM": "screen",
                       "XDG_DATA_DIRS": str(share)}
        words = ["env", "-i", *[f"{name}={value}" for name, value in environment.items()], *STARTS[shell]]
        self.tmux("new-session", "-d", "-x", "150", "-y", "50", "-c", str(folder / "work"), *words)
        time.sleep(1)
        for line in preparation(shell, share):
            self.tmux("send-keys", "-l", line)
            self.tmux("send-keys", "Enter")
        self.tmux("send-keys", "-l", "echo rea''dy")
        self.tmux("send-keys", "Enter")
        if "\nready" not in self.until("\nready"):
            sys.exit(f"{shell} does not answer:\n{self.screen()}")

    def tmux(self, *words):
        done = subprocess.run([*self.tmux_command, *words], capture_output=True, text=True, timeout=60)
        if done.returncode:
            sys.exit(f"tmux {' '.join(words)}: {done.stderr}")
        return done.stdout

    def screen(self):
        return self.tmux("capture-pane", "-p", "-J")

    def until(self, expected):
        """The screen as soon as it shows that; else as it is when patience ends."""
        end = time.monotonic() + PATIENCE
        while expected not in (screen := self.screen()) and time.monotonic() < end:
            time.sleep(0.05)
        return screen

    def after_tab(self, typed, left, expected):
        self.tmux("send-keys", "C-c")
        self.tmux("send-keys", "C-l")
        self.until("> ")
        self.tmux("clear-history")
        self.tmux("send-keys", "-l", typed)
        self.until(typed.rstrip())
        for _ in range(left):
            self.tmux("send-keys", "Left")
        self.tmux("send-keys", "Tab")
        return self.until(expected)


def main():
    program, build, shell = sys.argv[1:]
    for needed in ("tmux", shell):
        if shutil.which(needed) is None:
            print(f"skipped: {needed} is not installed")
            return 77
    faults = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name: # a shell that ends writes its history
        folder = pathlib.Path(name)
        subprocess.run(["cmake", "--install", build, "--component", "runtime", "--prefix", folder / "usr"], check=True,
                       stdout=subprocess.DEVNULL, timeout=60)
        (folder / "work").mkdir()
        (folder / "work/roster.csv").touch()
        shutil.copy(SOURCE / "tests/made_up/tide-2020-01.toml", folder / "work/tide.toml")
        terminal = Terminal(shell, folder, pathlib.Path(program).resolve())
        try:
            for typed, left, expected, unwanted in CASES:
                screen = terminal.after_tab(typed, left, expected)
                found = [word for word in unwanted if word in screen]
                if expected not in screen or found:
                    faults += 1
                    print(f"{typed!r}: expected {expected!r}, not {found}, on the screen:\n{screen.strip()}\n")
        finally:
            terminal.tmux("kill-server")
    print(f"{shell}: {len(CASES)} lines, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
