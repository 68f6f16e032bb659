#!/usr/bin/env python3
"""Writes, beside each program of `good`, the `.out` file with what CPython and NumPy print.

    make_expected.py           writes every `.out` anew
    make_expected.py --check   only compares; exits 1 where a figure differs
"""
import argparse
import difflib
import importlib.util
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

GOOD = Path(__file__).resolve().parent / "good"
SECONDS = 60

# NumPy 2 writes scalars inside lists differently; its own switch brings back the older text.
START = """\
import runpy, sys
import numpy
if int(numpy.__version__.split(".")[0]) >= 2:
    numpy.set_printoptions(legacy="1.25")
runpy.run_path(sys.argv[1], run_name="__main__")
"""


def printed(program: Path, folder: str) -> str:
    """What the program prints in an interpreter of its own, wherever it is started."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-X", "utf8", "-c", START, str(program)],
        cwd=folder, capture_output=True, timeout=SECONDS,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    if run.returncode != 0:
        raise RuntimeError(f"{program.name} failed:\n{run.stderr.decode('utf-8', 'replace')}")
    return run.stdout.decode("utf-8").replace("\r\n", "\n")


def difference(program: Path, expected: str, found: str) -> str:
    return "".join(difflib.unified_diff(
        expected.splitlines(keepends=True), found.splitlines(keepends=True),
        f"{program.stem}.out", "printed now"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    check = parser.parse_args().check

    if importlib.util.find_spec("numpy") is None:
        print("This Python has no NumPy.", file=sys.stderr)
        return 1

    programs = sorted(GOOD.glob("*.py"))
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        runs = [pool.submit(printed, program, folder) for program in programs]
        for program, run in zip(programs, runs):
            out = program.with_suffix(".out")
            try:
                found = run.result()
            except (RuntimeError, subprocess.TimeoutExpired) as problem:
                print(problem, file=sys.stderr)
                wrong += 1
                continue
            if not check:
                out.write_bytes(found.encode("utf-8"))
            elif not out.exists():
                print(f"{out.name} is missing", file=sys.stderr)
                wrong += 1
            else:
                expected = out.read_bytes().decode("utf-8").replace("\r\n", "\n")
                if expected != found:
                    print(difference(program, expected, found), file=sys.stderr)
                    wrong += 1

    for out in sorted(GOOD.glob("*.out")):
        if not out.with_suffix(".py").exists():
            print(f"{out.name} has no program", file=sys.stderr)
            wrong += 1
    print(f"{len(programs)} programs, {wrong} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
