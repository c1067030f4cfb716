#!/usr/bin/env python3
"""Mutates the sources of a part of the program, runs the part's tests on every mutant, and prints what survives.

usage: mutate.py [--assembly] [--jobs N] [--build FOLDER] [--sample N] [--at PATH[:LINE]]... PART...
       (parts: model, engine, catalogue, batch)

Needs a release build with tests in FOLDER (default build/release): the library, the modules of workbooks, and
compile_commands.json. Source mutants change comparisons, conditions, arithmetic, numbers and truth values; with
--assembly each conditional jump in the compiler's assembly is made always and never. All mutants of a part are compiled
into one program, and one is active at a time, so that a mutant costs a run of the tests and no compilation. A mutant is dead
when a test fails, crashes, takes over 20 seconds of CPU, or waits for ever; quick tests run first. A test that fails
after a long time on the clock is asked again, and the tests without a mutant have to pass before and after the run: a
busy machine kills no mutant. --sample takes N mutants of the part, reached or not, chosen with a fixed seed; --at takes
those of a file or a line. equivalent.txt lists, one by one, the mutants that change nothing, with the reason.
"""

import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

import assembly
import rewrite
from program import HERE, ROOT, Program, is_known, lay_modules

MODEL_TESTS = ["organization", "price", "quote", "facts", "engine_price", "engine_terms", "model"]
TESTS = {
    "model": MODEL_TESTS,
    "engine": MODEL_TESTS,
    "catalogue": ["bad_schedules", "embedded_catalogue", "hostile_schedules", "published", "published_scale", "schedule_corners",
                  "requirements", "report", "load", "price", "quote"],
    "batch": ["csv_records", "json_line", "batch_pricing", "batch_invariance", "quick_cells", "sheet_cell"],
}
# What a mutant meets last, after the tests that run the program itself.
SLOW = {"batch": ["a line of any length*", "many stray quotes*", "a record may have*", "the output is the same*", "very many blank*",
                  "the map reads*", "random changes*"],
        "catalogue": ["a megabyte of*", "a hundred thousand*", "a shipped schedule cut*", "random damage*", "one line of a megabyte*"]}
BLACK_BOX = {"batch": ["batch/formats", "batch/outputs", "batch/corners", "workbook/missing", "workbook/contents"]}
CPU_SECONDS = 20
IDLE_SECONDS = 120 # what uses no CPU for this long, and is not stopped, waits for ever
DOUBTFUL_SECONDS = 20 # a failure later than that may be a test's own limit of time on a busy machine
SEED = 20241008


def compiled_sources(program, part):
    """The objects of the part with all mutants inside, and the sites by number."""
    sites, objects = {}, []
    for source in sorted((ROOT / "src" / part).glob("*.cpp")):
        text = source.read_text()
        chosen = rewrite.sites_of(text)
        for _ in range(8):
            for number, site in enumerate(chosen, len(sites) + 1):
                site.number = number
            mutated = program.folder / f"{part}_{source.name}"
            output = mutated.with_suffix(".o")
            if is_known(mutated, output, rewrite.rewritten(text, chosen)):
                break
            mutated.write_text(rewrite.rewritten(text, chosen))
            run = subprocess.run(program.command(source, mutated, output, f"-I{source.parent}", "-include", str(HERE / "mutation.h")),
                                 cwd=program.build, capture_output=True, text=True)
            if run.returncode == 0:
                break
            # What does not compile is not a mutant: leave out the lines that the compiler names.
            lines = {int(line) for line in re.findall(re.escape(str(mutated)) + r":(\d+):", run.stderr)}
            assert lines, run.stderr
            chosen = [site for site in chosen if text.count("\n", 0, site.start) + 1 not in lines]
            print(f"{source.relative_to(ROOT)}: nothing mutated on line {', '.join(map(str, sorted(lines)))}", file=sys.stderr)
        else:
            sys.exit(f"{source}: cannot be mutated:\n{run.stderr}")
        for site in chosen:
            sites[site.number] = (source, text.count("\n", 0, site.start) + 1, site.variants)
        objects.append(output)
    return objects, sites


def compiled_assembly(program, part):
    sites, objects, known = {}, [], set()
    for source in sorted((ROOT / "src" / part).glob("*.cpp")):
        plain = program.folder / f"{part}_{source.stem}.s"
        command = program.command(source, source, plain, "-mno-red-zone", "-g1")
        command[command.index("-c")] = "-S"
        subprocess.run(command, check=True, cwd=program.build)
        text, places = assembly.rewritten(plain.read_text(), len(sites) + 1, known)
        for path, line in places:
            sites[len(sites) + 1] = (ROOT / path, line, ["jump always taken", "jump never taken"])
        mutated = program.folder / f"{part}_{source.stem}_mutated.s"
        mutated.write_text(text)
        output = mutated.with_suffix(".o")
        subprocess.run(["g++", "-c", str(mutated), "-o", str(output)], check=True)
        objects.append(output)
    switches = program.folder / "switches.s"
    switches.write_text(assembly.switches(len(sites)))
    waker = program.folder / "waker.o"
    subprocess.run(["g++", "-O1", "-std=c++23", "-c", str(HERE / "waker.cpp"), "-o", str(waker)], check=True)
    subprocess.run(["g++", "-c", str(switches), "-o", str(switches.with_suffix(".o"))], check=True)
    return [*objects, waker, switches.with_suffix(".o")], sites


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def kill_when_idle(process, ended):
    """Kills a process that waits for what never comes; the clock alone says nothing on a busy machine."""
    used, idle = None, 0
    while not ended.wait(10) and idle < IDLE_SECONDS:
        state, *fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        idle = idle + 10 if fields[10:12] == used and state != "T" else 0
        used = fields[10:12]
    if idle >= IDLE_SECONDS:
        os.killpg(process, signal.SIGKILL)


def outcome(command, environment):
    """How the tests end, and the CPU seconds that they and their children took."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
        running = subprocess.Popen(command, env={**os.environ, **environment}, preexec_fn=limit, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, cwd=folder, start_new_session=True)
        ended = threading.Event()
        watch = threading.Thread(target=kill_when_idle, args=(running.pid, ended))
        watch.start()
        os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT) # so that the number stays its own while it is watched
        ended.set()
        watch.join()
        _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return running.returncode, used.ru_utime + used.ru_stime


def fails(command, environment):
    """Whether the tests fail. What may have failed by the clock alone, on a busy machine, has to fail thrice."""
    for _ in range(3):
        began = time.monotonic()
        code, cpu_seconds = outcome(command, environment)
        if code in (0, -signal.SIGKILL) or cpu_seconds > CPU_SECONDS / 2 or time.monotonic() - began < DOUBTFUL_SECONDS:
            return code != 0
    return True


def run_tests(part, programs, environment):
    """Whether a test fails: the unit tests, then those of the program, then those that take long."""
    unit = [str(programs["tests"]), "--abort", "--rng-seed", "1"]
    slow = SLOW.get(part, [])
    stages = [[*unit, *(f"~{name}" for name in slow)]]
    stages += [[sys.executable, str(ROOT / f"tests/{name}_test.py"), str(programs["program"]), "-f"] for name in BLACK_BOX.get(part, [])]
    if part in BLACK_BOX:
        stages.append([sys.executable, str(ROOT / "tests/golden/run.py"), "--program", str(programs["program"]),
                       str(ROOT / "tests/golden/corners.txt")])
        stages.append([sys.executable, str(ROOT / "tests/terminal_test.py"), str(programs["program"]), "-f", "Progress"])
    stages += [[*unit, ",".join(slow)]] if slow else []
    return any(fails(stage, environment) for stage in stages)


def equivalents():
    """(path, text of the line, change) of the mutants that are known to change nothing."""
    path = HERE / "equivalent.txt"
    lines = path.read_text().splitlines() if path.exists() else []
    return {tuple(line.split(" | ")[:3]) for line in lines if line and not line.startswith("#")}


def expect_success(part, programs, environment):
    if run_tests(part, programs, environment):
        sys.exit("the tests fail without a mutant: no verdict is valid")


def mutants_of(part, programs, folder, sites, by_assembly):
    """[(site, variant)]; a site that no test reaches is one mutant, of the variant None."""
    if by_assembly:
        expect_success(part, programs, {})
        return [(number, variant) for number in sites for variant in (0, 1)]
    noted = folder / "sites.txt"
    noted.unlink(missing_ok=True)
    expect_success(part, programs, {"MUTANT_SITES": str(noted)})
    reached = dict(map(int, line.split()) for line in noted.read_text().splitlines())
    return [(number, variant) for number in sites
            for variant in (range(reached[number]) if number in reached else [None])]


def chosen(mutants, sites, part, arguments):
    if arguments.at:
        places = {number: f"{path.relative_to(ROOT)}:{line}:" for number, (path, line, _) in sites.items()}
        mutants = [mutant for mutant in mutants if any(places[mutant[0]].startswith(f"{at}:") for at in arguments.at)]
        print(f"{part}: {len(mutants)} mutants, at {', '.join(arguments.at)}", flush=True)
    if arguments.sample and arguments.sample < len(mutants):
        print(f"{part}: {arguments.sample} of {len(mutants)} mutants, chosen with the seed {SEED}", flush=True)
        mutants = random.Random(SEED).sample(mutants, arguments.sample)
    return mutants


def is_dead(part, programs, mutant):
    return mutant[1] is not None and run_tests(part, programs, {"MUTANT": f"{mutant[0]}:{mutant[1]}"})


def test_part(part, arguments):
    folder = ROOT / "build" / "mutation" / (part + "-assembly" if arguments.assembly else part)
    program = Program((ROOT / arguments.build).resolve(), folder)
    objects, sites = (compiled_assembly if arguments.assembly else compiled_sources)(program, part)
    programs = {"tests": program.link("tests", [*objects, *program.test_objects(TESTS[part])])}
    if part in BLACK_BOX:
        programs["program"] = program.link("ptf-fees", [*objects, *program.faces(part)])
        lay_modules(program)
    mutants = chosen(mutants_of(part, programs, folder, sites, arguments.assembly), sites, part, arguments)

    known = equivalents()
    dead, equivalent, survivors = 0, 0, []
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for (number, variant), died in zip(mutants, pool.map(lambda mutant: is_dead(part, programs, mutant), mutants)):
            source, line, variants = sites[number]
            path, text = str(source.relative_to(ROOT)), source.read_text().split("\n")[line - 1].strip()
            change = "never reached" if variant is None else variants[variant]
            if died:
                dead += 1
                if dead % 25 == 0:
                    print(f"{part}: {dead} dead so far", file=sys.stderr, flush=True)
            elif (path, text, change) in known:
                equivalent += 1
            else:
                survivors.append(f"{path}:{line}: {change}: {text}")
                print(survivors[-1], flush=True)
    expect_success(part, programs, {})
    way = "assembly" if arguments.assembly else "source"
    print(f"{part}, {way}: {dead} of {len(mutants)} mutants dead, {equivalent} equivalent "
          f"(listed), {len(survivors)} survive or are never reached", flush=True)
    return not survivors


def main():
    parser = argparse.ArgumentParser(description="Mutation tests of a part of the program.")
    parser.add_argument("--assembly", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--sample", type=int)
    parser.add_argument("--at", action="append", metavar="PATH[:LINE]")
    parser.add_argument("--build", default="build/release")
    parser.add_argument("parts", nargs="+", choices=TESTS)
    arguments = parser.parse_args()
    return 0 if all([test_part(part, arguments) for part in arguments.parts]) else 1


if __name__ == "__main__":
    sys.exit(main())
