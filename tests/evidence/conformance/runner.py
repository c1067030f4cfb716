"""Runs the program on one case and says what was wrong with how it ended."""

import json
import pathlib
import resource
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[3]
ADDED = ["status", "membership_fee", "prerequisite_fee", "total_fee", "currency", "band", "schedule", "error"]
SECONDS = 2  # of the processor, which a case may take; most take milliseconds
PATIENCE = 300  # seconds by the clock, for a machine that is busy


class Differs(Exception):
    """What came out otherwise than a suite expects."""


def must(holds, what):
    if not holds:
        raise Differs(what)


def json_lines(done):
    """The records that a run wrote. Only a line feed ends one, whatever else Unicode takes for a line's end."""
    return [json.loads(line) for line in done.stdout.decode().removesuffix("\n").split("\n")] if done.stdout else []


class Program:
    """The program, in a folder of its own."""

    def __init__(self, path):
        self.path = str(pathlib.Path(path).resolve())
        self.scratch = tempfile.TemporaryDirectory(prefix="ptf-fees-")
        self.folder = pathlib.Path(self.scratch.name)

    def run(self, *arguments, stdin=b"", codes=(0,)):
        """How it ended: in time, by itself and with one of those exit codes."""
        with subprocess.Popen([self.path, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              cwd=self.folder) as process:
            resource.prlimit(process.pid, resource.RLIMIT_CPU, (SECONDS, SECONDS))
            try:
                out, err = process.communicate(stdin, timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                raise Differs("it hangs") from None
        must(process.returncode in codes, f"exit code {process.returncode}: {err[-300:].decode('utf-8', 'replace')}")
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def batch(self, *arguments, stdin=b"", codes=(0,)):
        """A batch in which every row that can be read is quoted."""
        return self.run("batch", "--tier", "associate", "--org-type", "academic", *arguments, stdin=stdin, codes=codes)

    def records(self, *arguments, stdin=b"", codes=(0,)):
        """The same as JSON Lines: each record, and of them what is not ours."""
        records = json_lines(self.batch("--format", "jsonl", *arguments, stdin=stdin, codes=codes))
        return records, [{key: value for key, value in record.items() if key not in ADDED} for record in records]


def differences_of(check, *arguments):
    """None, or how the case differs from what is expected."""
    try:
        check(*arguments)
    except Differs as difference:
        return str(difference)
    return None
