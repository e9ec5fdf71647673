"""Plants lies, one at a time, in a copy of the repository, and says which of them no test notices.

python -m tests.mutation.plant                       all of them
python -m tests.mutation.plant --draw 6 --seed 3     some
python -m tests.mutation.plant --only arc_marks      those whose name has this in it
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.mutation.lies import LIES, Lie

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("core", "gui", "assets", "tests")
FILES = ("main.py", "pyproject.toml")
TIMEOUT_S = 120
# What pytest returns where tests have failed; other numbers are of tests that could not run at all.
SOME_FAILED = 1


class SourceChangedError(Exception):
    """A lie's source text is not there any more, or more than once: the lie has to be written anew."""


@contextmanager
def copy_of_the_repository() -> Iterator[Path]:
    """A folder with all that tests need, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="backlight-lies-") as folder:
        for name in COPIED:
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(ROOT / name, Path(folder) / name, ignore=ignored)
        for name in FILES:
            shutil.copy(ROOT / name, folder)
        yield Path(folder)


def check_sources(lies: Sequence[Lie]) -> None:
    """Raise SourceChangedError where a lie cannot be planted."""
    wrong = []
    for lie in lies:
        count = (ROOT / lie.file).read_text(encoding="utf-8").count(lie.old)
        if count != 1:
            wrong.append(f"{lie.name}\n    its source text stands there {count} times: {lie.old!r}")
    if wrong:
        raise SourceChangedError("\n".join(wrong))


def run_tests(folder: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run some tests there, in a process of their own, up to the first that fails."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )


def is_noticed(folder: Path, lie: Lie) -> bool:
    """Whether one of its tests fails while the lie is planted."""
    path = folder / lie.file
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace(lie.old, lie.new), encoding="utf-8")
    try:
        for test in lie.tests:
            done = run_tests(folder, [test])
            if done.returncode == SOME_FAILED:
                return True
            if done.returncode:
                raise RuntimeError(f"{lie.name}\n{test} could not run:\n{done.stdout}\n{done.stderr}")
    finally:
        path.write_text(source, encoding="utf-8")
    return False


def unnoticed(lies: Sequence[Lie], *, is_honest_checked: bool = True, is_told: bool = False) -> list[Lie]:
    """The lies that no test notices.

    Raises
    ------
    SourceChangedError
        When one can't be planted.
    RuntimeError
        When its tests cannot run, or fail without it.
    """
    check_sources(lies)
    missed = []
    with copy_of_the_repository() as folder:
        if is_honest_checked:
            tests = sorted({test for lie in lies for test in lie.tests})
            done = run_tests(folder, tests)
            if done.returncode:
                raise RuntimeError(f"without any lie:\n{done.stdout[-4000:]}")
        for number, lie in enumerate(lies, 1):
            noticed = is_noticed(folder, lie)
            if not noticed:
                missed.append(lie)
            if is_told:
                print(f"{number:3} {'noticed' if noticed else 'NOT NOTICED'}  {lie.name}", flush=True)
    return missed


def drawn(count: int, seed: int, of: Sequence[Lie] = LIES) -> list[Lie]:
    """So many of them, by chance."""
    return random.Random(seed).sample(list(of), min(count, len(of)))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--draw", type=int, default=len(LIES))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--trust", action="store_true", help="do not run the tests without a lie first")
    options = parser.parse_args()
    lies = [lie for lie in LIES if options.only in lie.name]
    if options.draw < len(lies):
        lies = drawn(options.draw, options.seed, lies)
    missed = unnoticed(lies, is_honest_checked=not options.trust, is_told=True)
    print(f"{len(lies)} lies, {len(missed)} not noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
