"""Whoever is killed in the middle of saving leaves the old file or the new one, whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.session.file import read_session

ROOT = Path(__file__).resolve().parents[2]
TIMES = int(os.environ.get("BACKLIGHT_KILLS", "3"))
# It saves again and again, each time with the number of the time, and says when it begins.
PROGRAM = """
import sys
from dataclasses import replace
import numpy as np
from core.engine.window_state import WindowArray, WindowState
from core.session.file import write_session
from tests.core.session.sample_sessions import sample_session
for number in range(1_000_000):
    window = WindowState(str(number), (WindowArray("large", np.full(200_000, float(number))),))
    print(number, flush=True)
    write_session(sys.argv[1], replace(sample_session(), window=window))
"""


@pytest.mark.parametrize("repetition", range(TIMES))
def test_the_old_file_or_the_new_one_is_whole(tmp_path: Path, repetition: int) -> None:
    path = tmp_path / "a.backlight"
    saver = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert saver.stdout is not None
    last = next(int(line) for line in saver.stdout if int(line) == 1 + repetition % 7)
    saver.kill()
    last = max([last, *(int(line) for line in saver.stdout.read().splitlines())])
    saver.stdout.close()
    saver.wait()
    session = read_session(str(path))
    number = int(session.window.text)
    assert number in (last - 1, last)
    assert np.array_equal(session.window.arrays[0].values, np.full(200_000, float(number)))
