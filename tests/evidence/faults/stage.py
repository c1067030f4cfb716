"""The commands that are struck, and a folder in which one of them runs again and again."""

import json
import pathlib
import struct
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[3]
KINDS = ["read", "write", "say", "open", "fsync", "rename", "close", "allocate", "thread", "link"]
OLD = b"the one of the day before\n"
SECONDS = 60


def roster(rows):
    lines = ["org,tier,employees,org_type,lf_member"]
    lines += [f"org {i},{('general', 'premier')[i % 2]},{i % 6000 + 1},company,{'yes' if i % 5 == 0 else 'no'}" for i in range(rows)]
    return "\n".join(lines + ["last,general,~40,company,no"]) + "\n"


def json_lines(rows):
    lines = [json.dumps({"org": f"org {i}", "tier": "general", "employees": i % 6000 + 1}) for i in range(rows)]
    return "\n".join(lines + ["{"]) + "\n"


class Scenario:
    """A command line, the files that it reads and those that it writes, the most important one last in `outputs`."""

    def __init__(self, name, arguments, outputs, inputs=None, says_json=False, falls_back=()):
        self.name, self.arguments, self.outputs, self.says_json = name, arguments, outputs, says_json
        self.falls_back = falls_back # kinds of calls for which there is another way
        self.inputs = inputs or {}


def scenarios(workbooks):
    """All of them; those that write workbooks where the program has the module for it."""
    batch = ["--jobs", "2", "--rejects", "rejects", "--summary", "summary"]
    terms = (SOURCE / "data" / "ptf-2025-04.toml").read_text()
    everywhere = [
        Scenario("quote", ["quote", "--tier", "general", "--employees", "5000", "-o", "out"], ["out"]),
        Scenario("quote-json", ["quote", "--employees", "700", "--format", "json", "-o", "out"], ["out"], says_json=True),
        Scenario("quote-csv", ["quote", "--employees", "700", "--format", "csv", "-o", "out"], ["out"]),
        Scenario("quote-html", ["quote", "--employees", "700", "--format", "html", "-o", "out"], ["out"]),
        Scenario("quote-file", ["quote", "--schedule", "./terms.toml", "--tier", "general", "--employees", "7", "-o", "out"], ["out"],
                 {"terms.toml": terms}),
        Scenario("quote-stdout", ["quote", "--tier", "premier", "--lf-member"], ["stdout"]),
        Scenario("batch-csv", ["batch", "in.csv", "-o", "out.csv", *batch], ["rejects", "summary", "out.csv"], {"in.csv": roster(12_000)}),
        Scenario("batch-jsonl", ["batch", "in.jsonl", "-o", "out.jsonl", *batch], ["rejects", "summary", "out.jsonl"],
                 {"in.jsonl": json_lines(8_000)}),
        Scenario("batch-stdout", ["batch", "in.csv", "--jobs", "2"], ["stdout"], {"in.csv": roster(3)}),
    ]
    book = Scenario("batch-xlsx", ["batch", "in.csv", "-o", "out.xlsx", *batch], ["rejects", "summary", "out.xlsx"], {"in.csv": roster(60)},
                    falls_back=("open",))
    return everywhere + ([book] if workbooks else [])


class Ended:
    """How a run ended and what it left."""

    def __init__(self, code, out, err, files, made, failed):
        self.code, self.out, self.err, self.files, self.made, self.failed = code, out, err, files, made, failed

    def lines(self):
        return self.err.decode("utf-8", "backslashreplace").splitlines()

    def errors(self):
        return [line for line in self.lines() if line.startswith(("error", "hint"))]


class Stage:
    """A folder in which one scenario runs again and again."""

    def __init__(self, scenario, program, library, wrapper=()):
        self.scenario, self.program, self.library, self.wrapper = scenario, program, library, wrapper
        scratch = tempfile.TemporaryDirectory(prefix="ptf-fees-faults-")
        self.scratch = scratch
        self.folder = pathlib.Path(scratch.name) / "folder"
        self.folder.mkdir()
        self.counts = pathlib.Path(scratch.name) / "counts"
        for name, content in scenario.inputs.items():
            (self.folder / name).write_text(content)

    def put_old(self, exists):
        """The state of the day before: all outputs are there, or none of them."""
        for name in self.scenario.outputs:
            path = self.folder / name
            if name == "stdout":
                continue
            if exists:
                path.write_bytes(OLD)
            else:
                path.unlink(missing_ok=True)

    def command(self):
        # Under a wrapper only the program is to be struck.
        wrapped = [*self.wrapper, "env", f"LD_PRELOAD={self.library}"] if self.wrapper else []
        return [*wrapped, self.program, *self.scenario.arguments]

    def run(self, orders="", old=True):
        self.put_old(old)
        self.counts.write_bytes(bytes(8 * (len(KINDS) + 1)))
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PTF_FAULTS_COUNTS": str(self.counts), "PTF_FAULTS_PROGRAM": self.program}
        if not self.wrapper:
            environment["LD_PRELOAD"] = self.library
        if orders:
            environment["PTF_FAULTS"] = orders
        try:
            done = subprocess.run(self.command(), cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=SECONDS, close_fds=False)
        except subprocess.TimeoutExpired:
            return None
        numbers = struct.unpack(f"={len(KINDS) + 1}Q", self.counts.read_bytes())
        files = {path.name: path.read_bytes() for path in self.folder.iterdir() if path.name not in self.scenario.inputs}
        files["stdout"] = done.stdout
        return Ended(done.returncode, done.stdout, done.stderr, files, dict(zip(KINDS, numbers)), numbers[-1])

    def started(self):
        """The program running by itself, with the outputs of the day before in place."""
        self.put_old(True)
        return subprocess.Popen(self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                close_fds=False)

    def clean(self):
        """Removes what a failed check found, so that the next run is judged by itself."""
        for path in self.folder.iterdir():
            if path.name not in self.scenario.inputs:
                path.unlink()
