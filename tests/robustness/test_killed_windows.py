"""A window that is killed while it trains loses no update, and leaves no process behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import psutil
import pytest

from core.engine.autosave import Autosave
from tests.preloaded_app import start_program

TIMES = int(os.environ.get("BACKLIGHT_KILLS", "2"))
# It prints the update that it shows, as often as another one comes.
PROGRAM = """
import sys
import main
from gui.app.application import Application
app = Application(main.parse(["--train", "1000"]))
app.show()
session = app._window.composition
session.engine.snapshot_received.connect(lambda snapshot: print(snapshot.update, flush=True))
sys.exit(app.run())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
@pytest.mark.parametrize("number", range(TIMES))
def test_what_a_killed_window_had_trained_is_saved_by_its_engine(tmp_path: Path, number: int) -> None:
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    window = start_program(PROGRAM, [], {**os.environ, **folders})
    assert window.stdout is not None
    try:
        wanted = 200 * (number + 1)
        shown = next(update for line in window.stdout if (update := int(line)) >= wanted)
        engines = psutil.Process(window.pid).children()
        assert len(engines) == 1
    finally:
        window.kill()
    killed_s = time.time()
    shown = max([shown, *(int(line) for line in window.stdout.read().splitlines())])
    window.communicate()
    _, alive = psutil.wait_procs(engines, timeout=2)
    # One that has ended is none, whenever the system takes note of that.
    assert not [p for p in alive if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
    (found,) = (tmp_path / "data" / "Backlight" / "autosave").glob("*/shown.frame")
    # Saved when the window was gone: so what it holds is all that was trained.
    assert found.stat().st_mtime >= killed_s - 0.01
    left = Autosave(found.parent).shown()
    assert left is not None and left.update >= shown and not left.is_saved
    (state,) = Autosave(found.parent).states()
    assert state.checkpoint.step_count == left.update
