"""The program under test, compiled again by the commands of an existing build."""

import json
import os
import pathlib
import re
import shlex
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
HERE = pathlib.Path(__file__).resolve().parent


def is_stale(output):
    """Whether an object is older than a file that it was made from."""
    notes = output.with_suffix(".d")
    if not output.exists() or not notes.exists():
        return True
    sources = notes.read_text().replace("\\\n", " ").split()[1:]
    return any(not os.path.exists(path) or os.path.getmtime(path) > output.stat().st_mtime for path in sources)


def is_known(mutated, output, text):
    """Whether the same mutants were compiled before, and no header of ours has changed since."""
    headers = [*(ROOT / "src").glob("*/*.h"), *(ROOT / "include/ptf_fees").glob("*.h"), HERE / "mutation.h"]
    return (output.exists() and mutated.exists() and mutated.read_text() == text and
            output.stat().st_mtime > max(header.stat().st_mtime for header in headers))


class Program:
    """The commands of an existing build, turned to compile quickly into a folder of their own."""

    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        folder.mkdir(parents=True, exist_ok=True)
        self.commands = {entry["file"]: shlex.split(entry["command"])
                         for entry in json.loads((build / "compile_commands.json").read_text())}

    def command(self, source, compiled, output, *extra):
        """Compiles `compiled` as the build compiles `source`, without optimising and without warnings."""
        words = self.commands[str(source)]
        words = words[next(i for i, word in enumerate(words) if re.search(r"(\+\+|clang)[^/]*$", word)):]
        kept = [word for word in words[:words.index("-o")]
                if not re.match(r"-O|-W|-g|-f(stack|trivial|cf)|-D_FORTIFY|-U_FORTIFY|-f(data|function)-sections", word)]
        return [*kept, "-O1" if "src/batch" in str(source) else "-O0", "-w", "-D_GLIBCXX_ASSERTIONS", *extra, "-o", str(output), "-c", str(compiled)]

    def test_objects(self, tests):
        """The objects of the tests, which all parts share."""
        objects, folder = [], self.folder.parent / "tests"
        folder.mkdir(exist_ok=True)
        for name in ["main", *(f"{test}_test" for test in tests)]:
            source = ROOT / "tests" / f"{name}.cpp"
            output = folder / f"{name}.o"
            if is_stale(output):
                subprocess.run(self.command(source, source, output, "-MMD"), check=True, cwd=self.build)
            objects.append(output)
        return objects

    def link(self, name, objects):
        program = self.folder / name
        subprocess.run(["g++", "-fuse-ld=gold", *map(str, objects), str(self.build / "libptf_fees.a"), "-pthread", "-o",
                        str(program)], check=True)
        return program

    def faces(self, part):
        """The objects of the program itself, except those of `part`."""
        built = self.build / "CMakeFiles"
        return [built / "ptf-fees.dir/src/main.cpp.o",
                *(path for path in sorted(built.glob("ptf_fees_faces.dir/src/*/*.o")) if path.parent.name != part)]


def lay_modules(program):
    """The module of workbooks beside the program, and the odd ones where tests/workbook looks for them."""
    beside = program.folder / "ptf_fees_workbook.so"
    beside.unlink(missing_ok=True)
    beside.symlink_to(program.build / beside.name)
    for odd in (program.build / "tests/workbook").glob("odd_*_workbook.so"):
        os.environ[odd.name.removesuffix("_workbook.so").upper()] = str(odd)
