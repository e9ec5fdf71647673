"""The timeline is painted in steps, a frame each, and not too often."""

from __future__ import annotations

from collections.abc import Generator
from time import perf_counter
from typing import Any

import pytest

from gui.presenters.timeline_painting import EVERY_S, PAINT_MS, TimelinePainting


class Clock:
    """Counts how often it is woken."""

    woken = 0

    def wake(self) -> None:
        """Somebody wants frames."""
        self.woken += 1


class Painting(TimelinePainting):
    """Paints in two steps, which it writes down."""

    def __init__(self, clock: Any) -> None:
        nothing: Any = None
        super().__init__(nothing, nothing, clock)
        self.steps: list[int] = []

    def _rows_in_steps(self) -> Generator[None, None, None]:
        self.steps.append(1)
        yield
        self.steps.append(2)


@pytest.mark.usefixtures("qapp")
def test_each_step_has_a_frame_with_time_for_it() -> None:
    clock = Clock()
    painting = Painting(clock)
    assert not painting.move(0.0) and not painting.work(2 * PAINT_MS)
    painting.renew_rows()
    assert clock.woken == 1 and painting.move(0.0)
    assert painting.work(PAINT_MS / 2) and painting.steps == []
    assert painting.work(PAINT_MS) and painting.steps == [1]
    assert not painting.work(PAINT_MS) and painting.steps == [1, 2] and not painting.move(0.0)


@pytest.mark.usefixtures("qapp")
def test_it_is_not_painted_again_at_once_unless_something_is_noted() -> None:
    painting = Painting(Clock())
    painting._mark_dirty()
    painting._painted_s = perf_counter() - EVERY_S / 2
    assert not painting.has_work(0.0)
    painting.renew_rows()
    assert painting.has_work(0.0)
