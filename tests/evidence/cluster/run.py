"""The Dask script of src/batch/README.md on a local cluster of two workers: partitions quoted apart and put together are the whole.

usage: run.py PROGRAM     Exit 77 where Debian's python3-dask and python3-distributed are missing.
"""

import os
import pathlib
import random
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).parents[3]
PARTITIONS = 7


def script_of_the_readme():
    text = (SOURCE / "src" / "batch" / "README.md").read_text(encoding="utf-8")
    return text.split("```python\n")[1].split("```")[0]


def python_with_dask():
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import dask.distributed"], capture_output=True, check=False).returncode == 0:
            return python
    print("skipped: there is no Dask: apt-get install python3-dask python3-distributed")
    sys.exit(77)


def rows(seed):
    """Of all kinds: quoted, not quoted, with line breaks inside."""
    numbers = random.Random(seed)
    for i in range(20_000):
        name = numbers.choice([f"Organisation {i}", f'"Sons, Smith\nand {i}"', f'"The ""{i}"""', "Zoë"])
        tier = numbers.choice(["general", "premier", "associate", "generall", ""])
        yield f"{name},{tier},{numbers.choice([numbers.randrange(1, 20000), '~40', '', '1,200'.replace(',', '.')])}\n"


def main():
    program, python = os.path.abspath(sys.argv[1]), python_with_dask()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        os.symlink(program, folder / "ptf-fees")
        (folder / "quotes.py").write_text(script_of_the_readme(), encoding="utf-8")
        header, records = "org,tier,employees\n", list(rows(1))
        (folder / "roster.csv").write_text(header + "".join(records), encoding="utf-8")
        whole = subprocess.run([program, "batch", "-q", "roster.csv"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        size = len(records) // PARTITIONS + 1
        parts = [f"part-{number}.csv" for number in range(PARTITIONS)]
        for number, part in enumerate(parts):
            (folder / part).write_text(header + "".join(records[number * size:(number + 1) * size]), encoding="utf-8")
        path = f"{folder}:{os.environ['PATH']}"
        ran = subprocess.run([python, "quotes.py", *parts], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                             env={**os.environ, "PATH": path})
        if ran.returncode != 0 or whole.returncode != 1 or ran.stdout != whole.stdout:
            print(f"exit {ran.returncode}; {len(ran.stdout)} bytes, and {len(whole.stdout)} of the whole\n{ran.stderr.decode()[-2000:]}")
            return 1
        refused = subprocess.run([python, "quotes.py", "missing.csv"], cwd=folder, capture_output=True, check=False, env={**os.environ, "PATH": path})
        if refused.returncode == 0 or b"missing.csv: exit code 5" not in refused.stderr:
            print(f"a partition that is not there: exit {refused.returncode}")
            return 1
    print(f"{PARTITIONS} partitions on two workers: {len(whole.stdout)} bytes, the same as of the whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
