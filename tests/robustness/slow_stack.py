"""Where the main thread's processor time goes: it is interrupted every few ms, for what is slow now and then.

A thread beside it that looks would hold its frames, and what is in them, for a moment too long: a painter, a widget
would end in that thread, as would what Python finds there as garbage. Qt does not survive that.
"""

from __future__ import annotations

import signal
from pathlib import Path
from time import process_time
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
    """Looks at the main thread, which makes it, until it is closed."""

    def __init__(self) -> None:
        self._spent: dict[tuple[str, ...], float] = {}
        self._before_s = process_time()
        self._handler = signal.signal(signal.SIGPROF, self._look)
        # What waits for a pipe or a file goes on waiting.
        signal.siginterrupt(signal.SIGPROF, False)
        signal.setitimer(signal.ITIMER_PROF, EVERY_S, EVERY_S)

    def begin(self) -> None:
        """Forget what was seen before."""
        self._spent.clear()
        self._before_s = process_time()

    def told(self, most: int = 4) -> str:
        """The places where most of the time went since then, each with its processor time in s."""
        spent = sorted(self._spent.items(), key=lambda each: -each[1])[:most]
        return "".join(f"    {s:.2f} s in {' > '.join(stack) or 'Qt'}\n" for stack, s in spent if s > 0)

    def close(self) -> None:
        """Look no more."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, self._handler)

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        now_s, stack = process_time(), stack_of(frame)
        self._spent[stack] = self._spent.get(stack, 0.0) + now_s - self._before_s
        self._before_s = now_s
