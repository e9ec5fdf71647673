"""An engine that is killed while it trains is followed by another one, from what was saved last, and that is said."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.preloaded_app import start_program

TIMES = int(os.environ.get("BACKLIGHT_KILLS", "1"))
# Until the next engine has said where it goes on, of both processes. Alone on a machine it takes little longer than
# that; here others may be tested beside it, so that only the processor's own time says anything.
MOST_CPU_S = 2.0
PATIENCE_S = 60.0
# It prints the update that it shows, and where another engine goes on.
PROGRAM = """
import sys
import main
from gui.app.application import Application
app = Application(main.parse(["--train", "1000"]))
app.show()
window = app._window
engine = window.composition.engine
engine.snapshot_received.connect(lambda snapshot: print("at", snapshot.update, flush=True))
def say(recovered):
    print("from", recovered.update, flush=True)
    print("said", window.message_bar.text, flush=True)
engine.recovered.connect(say)
sys.exit(app.run())
"""


def cpu_s(process: psutil.Process) -> float:
    """Seconds that the processor has worked for it."""
    times = process.cpu_times()
    return times.user + times.system


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")
@pytest.mark.parametrize("number", range(TIMES))
def test_another_engine_goes_on_from_what_was_saved_last(tmp_path: Path, number: int) -> None:
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    window = start_program(PROGRAM, [], {**os.environ, **folders})
    assert window.stdout is not None
    try:
        seen: list[tuple[float, int]] = []
        begun_s = time.monotonic()
        wanted_s = 0.3 + 0.7 * number
        lines = (line.split(maxsplit=1) for line in window.stdout)
        for what, update in lines:
            if what == "at":
                seen.append((time.monotonic(), int(update)))
                if int(update) > 50 and time.monotonic() > begun_s + wanted_s:
                    break
        process = psutil.Process(window.pid)
        (engine,) = process.children()
        window_s = cpu_s(process)
        engine.kill()
        killed_s = time.monotonic()
        recovered = next(int(rest) for what, rest in lines if what == "from")
        took_s = time.monotonic() - killed_s
        (another,) = process.children()
        worked_s = cpu_s(another) + cpu_s(process) - window_s
        # It says so, and goes on by itself.
        assert "Another one goes on" in next(rest for what, rest in lines if what == "said")
        assert next(int(rest) for what, rest in lines if what == "at") >= recovered
        print(
            f"after {took_s:.2f} s, {worked_s:.2f} of them worked, from update {recovered}, of {seen[-1][1]}"
        )
        old = [update for when, update in seen if when <= killed_s - 10.0]
        assert worked_s < MOST_CPU_S and took_s < PATIENCE_S and recovered >= max(old, default=0)
    finally:
        engines = psutil.Process(window.pid).children()
        window.kill()
        window.communicate()
        _, alive = psutil.wait_procs(engines, timeout=2)
    assert not [p for p in alive if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]
