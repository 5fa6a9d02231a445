"""Takes the protections out, one after the other, and expects a test to fail for each.

    make mutations                  # all of mutation_list.py, some minutes
    make mutations TESTS="claim"    # those with a word in their name

Each one is tried in a copy of the tree, which stands first on the path of the test and of every process it starts.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.mutation import Mutation
from tests.faults.mutation_list import MUTATIONS

REPOSITORY = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv*", "__pycache__", ".*_cache", ".hypothesis", "var", "docs", "build", "dist"
)
# What pytest says when tests have failed; anything else (nothing collected, an error of usage) shows nothing.
FAILED = 1
PATIENCE = 300.0


def main(words: list[str]) -> int:
    """Try them, and print a table. The exit status is the number of protections that no test missed."""
    chosen = [one for one in MUTATIONS if not words or any(word in one.name for word in words)]
    survivors = 0
    for mutation in chosen:
        began = time.monotonic()
        outcome = try_mutation(mutation)
        survivors += outcome != "missed"
        print(f"{outcome:8} {time.monotonic() - began:5.0f} s  {mutation.name}  ({mutation.test})", flush=True)  # noqa: T201  its result
    print(f"{len(chosen) - survivors} of {len(chosen)} protections are missed by their test when they are gone")  # noqa: T201
    return survivors


def try_mutation(mutation: Mutation) -> str:
    """`missed` when the test failed without the protection, else `SURVIVED` or what went wrong."""
    with tempfile.TemporaryDirectory(prefix="galata-mutation-") as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(REPOSITORY, copy, ignore=LEFT_OUT)
        mutate_file(copy / mutation.file, mutation)
        return run_test(copy, mutation.test)


def mutate_file(path: Path, mutation: Mutation) -> None:
    """Take the protection out."""
    text = path.read_text(encoding="utf-8")
    assert mutation.old in text, f"{mutation.file} no longer holds what {mutation.name!r} takes out"
    path.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")


def run_test(copy: Path, test: str) -> str:
    """Run a test in the copy, until its first failure."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", test]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return "TOO LONG"
    return {0: "SURVIVED", FAILED: "missed"}.get(done.returncode, f"ERROR {done.returncode}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
