#!/usr/bin/env python3
"""Replays transcripts: a command, what it prints, and how it ends, all in one file.

A transcript (*.txt) is a list of steps. A step is a line "$ COMMAND", then what COMMAND prints on standard output, then what
it prints on standard error with "! " before each line, then "[exit N]" where N is not 0. Lines before the first "$" are a comment.
In a Markdown file the steps are in fences marked "console", and standard error follows without a mark. A fence marked with a
language and a file's name, as in "toml terms.toml", is that file for the commands after it. A fence marked "console needs TOOL..."
runs only where all of these tools are found; the tool "installed" is the build of --build, installed,
and one that ends in ".so" a library of it.

Commands run in a shell in a fresh folder that holds copies of data/, tests/made_up/ and tests/public/, with ptf-fees on the PATH.

usage: run.py --program PATH [--build FOLDER] [--update] FILE...     (--update rewrites the files with what is printed now)
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SYSTEM = "/usr/bin:/bin"
INSTALLED = ".installed"


def run(command, folder, program):
    environment = {"PATH": f"{program.parent}:{SYSTEM}", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(folder)}
    if (folder / INSTALLED).exists():
        environment |= {"LD_LIBRARY_PATH": str(folder / INSTALLED / "lib"), "CMAKE_PREFIX_PATH": str(folder / INSTALLED),
                        "PKG_CONFIG_PATH": str(folder / INSTALLED / "lib" / "pkgconfig")}
    # Where a program built for coverage counts, and which mutant is awake in one built for mutation.
    environment |= {name: os.environ[name] for name in ("LLVM_PROFILE_FILE", "MUTANT", "MUTANT_SITES") if name in os.environ}
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60)
    return done.stdout.decode("utf-8", "backslashreplace"), done.stderr.decode("utf-8", "backslashreplace"), done.returncode


def marked(text, mark):
    return "".join(mark + line for line in text.splitlines(keepends=True))


def transcript_of(command, folder, program, markdown):
    out, err, code = run(command, folder, program)
    for text in (out, err):
        if text and not text.endswith("\n"):
            text += "\n"
    if markdown:
        return f"$ {command}\n{out}{err}"
    ending = f"[exit {code}]\n" if code else ""
    return f"$ {command}\n{out}{marked(err, '! ')}{ending}"


def commands_in(block):
    """The commands of a list of lines; a command goes on while its line ends with a backslash."""
    lines = iter(block)
    for line in lines:
        if not line.startswith("$ "):
            continue
        command = line[2:]
        while command.endswith("\\"):
            command += "\n" + next(lines, "")
        yield command


def replay_transcript(text, folder, program, _build):
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.startswith("$ ")), len(lines))
    comment = "".join(line + "\n" for line in lines[:first])
    steps = [transcript_of(command, folder, program, False) for command in commands_in(lines[first:])]
    return comment + "\n".join(steps), len(steps)


def is_found(tool, folder, build):
    """Whether commands that need `tool` can run; the build is installed when a fence first asks for it."""
    if tool != "installed" and not tool.endswith(".so"):
        return shutil.which(tool, path=SYSTEM) is not None
    if build and not (folder / INSTALLED).exists():
        subprocess.run(["cmake", "--install", build, "--prefix", folder / INSTALLED], check=True, stdout=subprocess.DEVNULL)
    return build is not None and (tool == "installed" or (folder / INSTALLED / "lib" / tool).exists())


def replay_markdown(text, folder, program, build):
    out, fence, block, steps = [], None, [], 0
    for line in text.split("\n"):
        if fence is None:
            out.append(line)
            fence = line.strip()[3:].split() if line.strip().startswith("```") else None
            block = []
        elif line.strip() == "```":
            if fence[:1] == ["console"] and all(is_found(tool, folder, build) for tool in fence[2:]):
                steps += sum(1 for _ in commands_in(block))
                shown = "".join(transcript_of(command, folder, program, True) for command in commands_in(block))
                block = shown.rstrip("\n").split("\n")
            elif len(fence) == 2:
                (folder / fence[1]).write_text("".join(f"{part}\n" for part in block), encoding="utf-8")
            out += [*block, line]
            fence = None
        else:
            block.append(line)
    return "\n".join(out), steps


def prepare(folder):
    shutil.copytree(SOURCE / "data", folder / "data")
    for tables in ("made_up", "public"):
        shutil.copytree(SOURCE / "tests" / tables, folder / tables)


def first_difference(expected, actual):
    for number, (a, b) in enumerate(zip(expected.split("\n") + [None], actual.split("\n") + [None]), 1):
        if a != b:
            return f"line {number}:\n  expected: {a!r}\n  printed:  {b!r}"
    return "no difference"


def main():
    parser = argparse.ArgumentParser(description="Replays transcripts.")
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--build", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    program = arguments.program.resolve()

    steps = failed = 0
    for file in arguments.files:
        expected = file.read_text(encoding="utf-8")
        replay = replay_markdown if file.suffix == ".md" else replay_transcript
        with tempfile.TemporaryDirectory() as folder:
            prepare(pathlib.Path(folder))
            actual, count = replay(expected, pathlib.Path(folder), program, arguments.build)
        steps += count
        if actual == expected:
            continue
        if arguments.update:
            file.write_text(actual, encoding="utf-8")
            print(f"rewritten: {file}")
        else:
            failed += 1
            print(f"{file}, {first_difference(expected, actual)}")
    print(f"{len(arguments.files)} transcripts, {steps} commands")
    print(f"{len(arguments.files) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
