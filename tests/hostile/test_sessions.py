"""Whatever a session's file holds: it is refused in one sentence, soon, and what was open stays as it was."""

from __future__ import annotations

import gc
import struct
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import BinaryIO, NoReturn

import numpy as np
import pytest

from core.engine import commands as c
from core.engine import messages as m
from core.session.container import unpacked
from core.session.errors import SessionError
from tests.core.engine.driver import Driver
from tests.core.session.sample_sessions import sample_bytes
from tests.hostile import damage
from tests.hostile.damage import begin_peak, damaged, has_new_checksum, outcome
from tests.hostile.hand_made import MADE

ROOT = Path(__file__).resolve().parents[2]
# Each file is opened by a process of its own, forked from one that has imported what reads it.
MEMORY = """
import os, resource, sys
from pathlib import Path
from core.session.errors import SessionError
from core.session.file import read_session
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
for path in sys.argv[1:]:
    number = os.fork()
    if not number:
        before = peak()
        try:
            read_session(path)
        except SessionError:
            pass
        print(peak() - before, flush=True)
        os._exit(0)
    assert os.waitpid(number, 0)[1] == 0, path
"""


@pytest.mark.parametrize("name", MADE)
def test_a_file_that_was_made_to_do_harm_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.backlight"
    assert outcome(MADE[name](), path) == ""
    driver = Driver()
    driver.send(c.OpenSession(str(path)))
    assert driver.last(m.SessionRefused).path == str(path) and not driver.all(m.SessionOpened)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no memory in this way")
def test_it_takes_no_more_memory_than_three_times_the_file_and_50_mb(tmp_path: Path) -> None:
    names = [name for name in MADE if "bomb" in name or "huge" in name or "10^12" in name]
    assert len(names) >= 10
    paths = [tmp_path / f"{number}.backlight" for number in range(len(names))]
    for name, path in zip(names, paths, strict=True):
        path.write_bytes(MADE[name]())
    command = [sys.executable, "-c", MEMORY, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    for name, path, taken in zip(names, paths, done.stdout.split(), strict=True):
        assert int(taken) < 3 * path.stat().st_size + 50_000_000, name


def test_a_file_cut_at_any_byte_of_its_header_is_refused() -> None:
    content = sample_bytes()
    (length,) = struct.unpack_from("<Q", content)
    for stop in range(8 + length):
        with pytest.raises(SessionError):
            unpacked(content[:stop])


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_a_damaged_file_is_refused_or_is_another_session(tmp_path: Path, first: int) -> None:
    seeds = range(first, first + 100)
    wrong = {seed: outcome(damaged(seed), tmp_path / "a", has_new_checksum(seed)) for seed in seeds}
    assert {seed: what for seed, what in wrong.items() if what} == {}


def test_the_file_that_they_are_made_of_is_opened(tmp_path: Path) -> None:
    assert outcome(sample_bytes(), tmp_path / "a") == ""
    driver = Driver()
    driver.send(c.OpenSession(str(tmp_path / "a")))
    # The second of its two runs, behind the one that was there.
    assert driver.all(m.SessionOpened) and driver.engine.number == 2


# --- and whoever does it wrong is found


def _plant(monkeypatch: pytest.MonkeyPatch, unpack: Callable[[bytes], object]) -> None:
    def unpacking(file: BinaryIO, _: int) -> Generator[float, None, object]:
        yield 0.5
        return unpack(file.read())

    monkeypatch.setattr("core.session.file.unpacking", unpacking)


def test_a_file_that_is_opened_whatever_it_holds_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plant(monkeypatch, lambda _: unpacked(sample_bytes()))
    assert "another session" in outcome(damaged(0), tmp_path / "a", may_be_another=False)


def test_an_exception_memory_and_time_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_memory(content: bytes) -> NoReturn:
        # Ones: zeros take no memory before they are read.
        raise SessionError("damaged", reason=str(np.ones(60_000_000 + 3 * len(content), np.uint8)[-1]))

    # What tests before have left may not go meanwhile, and leave room for it.
    gc.collect()
    if begin_peak():
        _plant(monkeypatch, take_memory)
        assert "bytes of memory" in outcome(damaged(0), tmp_path / "a")
    _plant(monkeypatch, lambda content: content[10**9])
    assert "IndexError" in outcome(damaged(0), tmp_path / "a")
    monkeypatch.setattr(damage, "LONGEST_S", 0.0)
    assert "it took" in outcome(damaged(0), tmp_path / "a")
