"""Plants lies, one at a time, in a copy of the repository, and says which of them no test notices.

python -m tests.mutation.plant                       all of them
python -m tests.mutation.plant --draw 6 --seed 3     some
python -m tests.mutation.plant --only arc_marks      those whose name has this in it
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.mutation.lies import LIES, Lie

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("core", "gui", "assets", "tests")
FILES = ("main.py", "pyproject.toml")
TIMEOUT_S = 240
# All of them together, without a lie.
HONEST_TIMEOUT_S = 1200
IMPORTED_ONCE = ("numpy", "PySide6.QtWidgets", "PySide6.QtTest", "pyqtgraph", "pytest")
# What pytest returns where tests have failed; other numbers are of tests that could not run at all.
SOME_FAILED = 1


class SourceChangedError(Exception):
    """A lie's source text is not there any more, or more than once: the lie has to be written anew."""


@contextmanager
def copy_of_the_repository() -> Iterator[Path]:
    """A folder with all that tests need, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="backlight-lies-") as folder:
        for name in COPIED:
            # What is compiled of the app comes along; where a lie is planted it is as old as the source no more.
            unwanted = (".*", "__pycache__") if name == "tests" else (".*",)
            ignored = shutil.ignore_patterns(*unwanted)
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


def run_tests(folder: Path, tests: Sequence[str], timeout_s: float = TIMEOUT_S) -> tuple[int, str]:
    """Run some tests there, up to the first that fails. Returns pytest's exit code, and what it said."""
    said = folder / "said.txt"
    # What no lie is in is imported once for all: that takes longer than most tests.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(IMPORTED_ONCE))
    process = context.Process(target=_run_there, args=(str(folder), list(tests), str(said)))
    process.start()
    process.join(timeout_s)
    if process.is_alive():
        process.kill()
        process.join()
        # Whoever makes the app wait for ever is noticed as well.
        return SOME_FAILED, f"it took longer than {timeout_s} s"
    return process.exitcode or 0, said.read_text(encoding="utf-8", errors="replace")


def _run_there(folder: str, tests: list[str], said: str) -> None:
    """In a process of its own: take everything of the app from this folder, and run the tests."""
    output = os.open(said, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.chdir(folder)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "OPENBLAS_NUM_THREADS": "1"}
    sys.dont_write_bytecode = True
    own = ("core", "gui", "main", "tests")
    for name in [name for name in sys.modules if name.partition(".")[0] in own]:
        del sys.modules[name]
    sys.path[:] = [folder, *(path for path in sys.path if Path(path or ".").resolve() != ROOT)]
    import pytest

    code = int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *tests]))
    sys.stdout.flush()
    os._exit(code)


def is_noticed(folder: Path, lie: Lie) -> bool:
    """Whether one of its tests fails while the lie is planted."""
    path = folder / lie.file
    source = path.read_text(encoding="utf-8")
    path.write_text(source.replace(lie.old, lie.new), encoding="utf-8")
    try:
        for test in lie.tests:
            code, said = run_tests(folder, [test])
            if code == SOME_FAILED:
                return True
            if code:
                raise RuntimeError(f"{lie.name}\n{test} could not run:\n{said[-4000:]}")
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
            code, said = run_tests(folder, tests, HONEST_TIMEOUT_S)
            if code:
                raise RuntimeError(f"without any lie:\n{said[-4000:]}")
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
