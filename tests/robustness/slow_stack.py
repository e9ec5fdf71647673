"""Where the main thread's processor time goes: a thread beside it looks every few ms, for what is slow now and then."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from time import clock_gettime, pthread_getcpuclockid
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
# So often is looked, and so many of the innermost places are told of each.
EVERY_S = 0.02
INNERMOST = 8


def place(frame: FrameType) -> str:
    """``gui/app/main_window.py:12 show`` of what is this project's, "" else."""
    path = Path(frame.f_code.co_filename)
    if not path.is_relative_to(ROOT) or ".venv" in path.parts:
        return ""
    return f"{path.relative_to(ROOT)}:{frame.f_lineno} {frame.f_code.co_name}"


def stack_of(frame: FrameType | None) -> tuple[str, ...]:
    """The innermost places of this project's in which it is, from the outside in."""
    places: list[str] = []
    while frame is not None and len(places) < INNERMOST:
        if here := place(frame):
            places.insert(0, here)
        frame = frame.f_back
    return tuple(places)


class SlowStack:
    """Looks at the thread that makes it, until it is closed."""

    def __init__(self) -> None:
        self._of = threading.get_ident()
        self._clock = pthread_getcpuclockid(self._of)
        self._spent: dict[tuple[str, ...], float] = {}
        self._lock, self._closed = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def begin(self) -> None:
        """Forget what was seen before."""
        with self._lock:
            self._spent.clear()

    def told(self, most: int = 4) -> str:
        """The places where most of the time went since then, each with its processor time in s."""
        with self._lock:
            spent = sorted(self._spent.items(), key=lambda each: -each[1])[:most]
        return "".join(f"    {s:.2f} s in {' > '.join(stack) or 'Qt'}\n" for stack, s in spent if s > 0)

    def close(self) -> None:
        """Look no more."""
        self._closed.set()
        self._thread.join()

    def _look(self) -> None:
        before_s = clock_gettime(self._clock)
        while not self._closed.wait(EVERY_S):
            now_s = clock_gettime(self._clock)
            # No frame is kept: a painter in it would live on after its function has ended.
            stack = stack_of(sys._current_frames().get(self._of))
            with self._lock:
                self._spent[stack] = self._spent.get(stack, 0.0) + now_s - before_s
            before_s = now_s
